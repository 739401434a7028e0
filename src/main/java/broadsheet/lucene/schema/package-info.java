/** What does the index hold? Fields, analyzers and similarity, in one place. */
package broadsheet.lucene.schema;
