/** What holds for a reader: who may see its documents, and what is kept as long as it is open? */
package broadsheet.lucene.reader;
