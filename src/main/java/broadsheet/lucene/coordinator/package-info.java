/**
 * Which steps coordinate a search over an archive in several shards? The client fetches statistics
 * of the whole archive, asks each shard, and merges the answers. Some results differ from those of
 * a single index:
 *
 * <table>
 * <caption>Results that are not exact</caption>
 * <tr><td>term statistics</td><td>replaced documents count until they are merged away, and shards
 * merge at different times</td></tr>
 * <tr><td>scores</td><td>Lucene adds up the parts of a score in the order of their costs, which
 * differ between shards: the last bit may differ</td></tr>
 * <tr><td>completions</td><td>each shard looks at its own first terms of a prefix with more than
 * 100,000; the number of a field's values, which decides whether later words of names are looked
 * for, is the sum over the shards</td></tr>
 * <tr><td>words side by side</td><td>each shard looks at up to 10,000 articles with frequent
 * words</td></tr>
 * <tr><td>languages covered</td><td>beyond the fiftieth, each shard leaves out different
 * ones</td></tr>
 * <tr><td>duplicates in the ledger</td><td>their pages are in the order of the shards</td></tr>
 * <tr><td>differences of reprints</td><td>are measured without a time limit</td></tr>
 * <tr><td>meaning</td><td>where a filter allows very many articles, only the passages nearest to
 * the query are looked at; each shard searches a graph of its own, so passages far down the list
 * may differ</td></tr>
 * </table>
 */
package broadsheet.lucene.coordinator;
