/**
 * Is the port all that an engine needs? A second engine, deliberately different: three embedded
 * indexes as shards, each of which searches by itself, and a client that merges what they send:
 * numbers, texts and records. It passes the contracts and gives the very answers of the embedded
 * engine ({@code ShardedAnswersTest}), and is the rehearsal for an engine on several machines.
 */
package broadsheet.lucene.shards;
