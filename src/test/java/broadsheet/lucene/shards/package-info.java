/**
 * Is the port all that an engine needs? An archive in three shards in this process, which receive
 * their questions in the bytes that would be sent to other machines. It passes all parts of the
 * contracts, and {@code ShardedAnswersTest} compares its answers with those of one index. One
 * embedded session settles its articles, which are then dealt to the shards.
 */
package broadsheet.lucene.shards;
