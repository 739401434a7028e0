/** What is asked of each part of an archive? */
package broadsheet.lucene.part;
