/** How is an archive settled in a working copy, and which documents are sent to the shards? */
package broadsheet.lucene.staging;
