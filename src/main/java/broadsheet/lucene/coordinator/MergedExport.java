package broadsheet.lucene.coordinator;

import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.limits.HeavyQueryLimit;
import broadsheet.lucene.meaning.FusedWords;
import broadsheet.lucene.search.AskedSearch;
import broadsheet.lucene.search.Export;
import broadsheet.names.NameCorrection;
import broadsheet.query.tree.QueryCost;
import java.time.Duration;
import java.util.List;

/** The hits of an export. Each stretch is a separate request to the shards. Not thread-safe. */
final class MergedExport implements Export.Source {

  /** The number of hits found at once. Each shard may have to send that many. */
  private static final int STRETCH = 1_000;

  private final AskedSearch asked;
  private final List<NameCorrection> corrections;
  private final HeavyQueryLimit heavyQueries;
  private final Duration limit;
  private final ReadState state;

  /**
   * @param corrections of the names found in the articles
   * @param limit the time from a request to its answer
   */
  MergedExport(
      AskedSearch asked,
      ArchiveSource source,
      List<NameCorrection> corrections,
      HeavyQueryLimit heavyQueries,
      Duration limit) {
    this.asked = asked;
    this.corrections = corrections;
    this.heavyQueries = heavyQueries;
    this.limit = limit;
    state = new ReadState(source);
  }

  @Override
  public Export.Stretch inTurn(boolean isFirst, Export.Work work) {
    boolean isHeavy = QueryCost.isHeavy(asked.request().query());
    return heavyQueries.inTurn(
        isHeavy,
        HeavyQueryLimit.patience(isFirst, limit),
        limit,
        () -> state.answer(archive -> stretch(archive, isHeavy, work)));
  }

  private Export.Stretch stretch(ShardedArchive archive, boolean isHeavy, Export.Work work) {
    return ShardedRequest.done(
        archive.of(asked.request().filters().versions()),
        corrections,
        isHeavy,
        limit,
        Deadline.none(),
        sharded -> work.with(new CoordinatorHits(asked, FusedWords.SOME, sharded)));
  }

  @Override
  public int size(int times) {
    return STRETCH;
  }
}
