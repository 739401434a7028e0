/** What does a source repeat in articles that are otherwise not alike? */
package broadsheet.lucene.furniture;
