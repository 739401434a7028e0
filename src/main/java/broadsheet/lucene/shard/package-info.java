/** What does one shard of an archive on several machines answer? */
package broadsheet.lucene.shard;
