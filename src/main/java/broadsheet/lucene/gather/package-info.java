/**
 * How is a search over an archive in several shards answered? The client's side: it gathers what
 * must be known of all shards, asks each, and merges what they send. These are not exact:
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
 * </table>
 */
package broadsheet.lucene.gather;
