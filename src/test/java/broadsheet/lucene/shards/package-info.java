/**
 * Is the port all that an engine needs? A second engine, deliberately different: three embedded
 * indexes as shards, each of which searches by itself, and a client that merges what they send:
 * numbers, texts and records. It is the rehearsal for an engine on several machines. It passes all
 * parts of the contracts, and {@code ShardedAnswersTest} holds its answers against those of one
 * index. These are not exact:
 *
 * <table>
 * <caption>What is not exact, and why</caption>
 * <tr><td>term statistics</td><td>Documents that were replaced count until they are merged, and
 * shards merge at other times: the comparison is with an index that has none</td></tr>
 * <tr><td>scores</td><td>Lucene adds up the parts of a score in the order of their costs, which
 * differ between shards: the last bit may differ</td></tr>
 * <tr><td>completions</td><td>each shard reads a sample of its own of the places where a text is
 * printed; of a beginning with more than 20,000 terms each shard reads other ones</td></tr>
 * <tr><td>distinctive words</td><td>each shard reads a sample of its own, of up to 300 articles, and
 * of a family the first that it meets</td></tr>
 * <tr><td><em>Did you mean</em></td><td>each shard respells by its own words, and counts its own
 * articles</td></tr>
 * <tr><td>languages covered</td><td>beyond the fiftieth, each shard leaves out others</td></tr>
 * <tr><td>outlets in the summary</td><td>beyond the twentieth, each shard leaves out
 * others</td></tr>
 * <tr><td>duplicates in the ledger</td><td>their pages are in the order of the shards</td></tr>
 * <tr><td>differences of reprints</td><td>are measured without a time limit</td></tr>
 * <tr><td>meaning</td><td>there is no search by meaning</td></tr>
 * <tr><td>indexing</td><td>one embedded session settles which articles are the same, their ids,
 * languages and families, and its documents are dealt to the shards: sessions on several shards
 * need a port for the terms they share</td></tr>
 * </table>
 */
package broadsheet.lucene.shards;
