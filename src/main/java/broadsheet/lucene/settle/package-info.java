/** What becomes of an archive before its documents go to shards? */
package broadsheet.lucene.settle;
