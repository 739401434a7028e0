/**
 * How is a search over an archive in several shards answered? The client's side: it gathers facts
 * about the whole archive, asks each shard, and merges the answers. Some results differ from those
 * of a single index:
 *
 * <table>
 * <caption>Results that are not exact</caption>
 * <tr><td>term statistics</td><td>replaced documents count until they are merged away, and shards
 * merge at different times</td></tr>
 * <tr><td>scores</td><td>Lucene adds up the parts of a score in the order of their costs, which
 * differ between shards: the last bit may differ</td></tr>
 * <tr><td>completions</td><td>each shard reads its own sample of the places where a text is
 * printed, and its own terms of a prefix with more than 20,000 terms</td></tr>
 * <tr><td>distinctive words</td><td>each shard reads its own sample of up to 300 articles, and of a
 * family the first article it finds</td></tr>
 * <tr><td><em>Did you mean</em></td><td>each shard corrects spelling with its own words, and counts
 * its own articles</td></tr>
 * <tr><td>languages covered</td><td>beyond the fiftieth, each shard leaves out different
 * ones</td></tr>
 * <tr><td>outlets in the summary</td><td>beyond the twentieth, each shard leaves out different
 * ones</td></tr>
 * <tr><td>duplicates in the ledger</td><td>their pages are in the order of the shards</td></tr>
 * <tr><td>differences of reprints</td><td>are measured without a time limit</td></tr>
 * <tr><td>meaning</td><td>there is no search by meaning</td></tr>
 * </table>
 */
package broadsheet.lucene.gather;
