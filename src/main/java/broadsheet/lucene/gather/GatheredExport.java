package broadsheet.lucene.gather;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.limits.HeavyQueryLimit;
import broadsheet.lucene.search.Export;
import broadsheet.names.NameCorrection;
import broadsheet.query.tree.QueryCost;
import java.time.Duration;
import java.util.List;

/**
 * The hits of an export in one state of an archive. Each stretch is a separate request to the
 * shards.
 *
 * @param corrections of the names found in the articles
 * @param limit the time from a request to its answer
 */
record GatheredExport(
    SearchRequest request,
    ShardedArchive archive,
    List<NameCorrection> corrections,
    HeavyQueryLimit heavyQueries,
    Duration limit)
    implements Export.Source {

  /** The number of hits found at once. Each shard may have to send that many. */
  private static final int STRETCH = 1_000;

  @Override
  public Export.Stretch inTurn(boolean isFirst, Export.Work work) {
    boolean isHeavy = QueryCost.isHeavy(request.query());
    return heavyQueries.inTurn(
        isHeavy,
        HeavyQueryLimit.patience(isFirst, limit),
        limit,
        () ->
            ShardedRequest.done(
                archive,
                corrections,
                isHeavy,
                limit,
                Deadline.none(),
                sharded -> work.with(new GatheredHits(request, List.of(), sharded))));
  }

  @Override
  public int size(int times) {
    return STRETCH;
  }
}
