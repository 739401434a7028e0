/** What is near in meaning? */
package broadsheet.lucene.meaning;
