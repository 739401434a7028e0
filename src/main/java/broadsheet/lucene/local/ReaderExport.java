package broadsheet.lucene.local;

import broadsheet.lucene.limits.HeavyQueryLimit;
import broadsheet.lucene.search.Export;
import broadsheet.lucene.search.Hits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * The hits of an export in one state of an index.
 *
 * @param limit the time from a request to its answer
 */
record ReaderExport(Hits hits, HeavyQueryLimit heavyQueries, Duration limit)
    implements Export.Source {

  /** The longest stretch: long enough for few searches, and short enough to hold in memory. */
  private static final int LONGEST_STRETCH = 10_000;

  /**
   * The length of the second stretch, short for clients that read slowly or not to the end; later
   * ones grow.
   */
  private static final int SHORTEST_STRETCH = 500;

  private static final int GROWTH = 4;

  @Override
  public Export.Stretch inTurn(boolean isFirst, Export.Work work) {
    return heavyQueries.inTurn(
        hits.asked().budget().isHeavy(),
        HeavyQueryLimit.patience(isFirst, limit),
        limit,
        () -> found(work));
  }

  private Export.Stretch found(Export.Work work) {
    try {
      return work.with(hits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int size(int times) {
    return (int) Math.min(SHORTEST_STRETCH * Math.pow(GROWTH, times), LONGEST_STRETCH);
  }
}
