package broadsheet.lucene.furniture;

import broadsheet.article.Furniture;

/**
 * Foresees the furniture of articles while they are read for the first time, from those read before
 * them, so that few of them must be analysed again when it is decided. It counts runs of words up
 * to {@link FurnitureRule#FEWEST} in a table of fixed size: a count may be too high, and what it
 * foresees wrong. Threads may use it at once, and lose a count at times.
 */
public final class SeenRuns {

  private static final int SIZE = 1 << 24;

  private final byte[] sampled = new byte[SIZE];
  private final byte[] compared = new byte[SIZE];

  /**
   * What is foreseen of an article.
   *
   * @param zones its runs that will be compared
   */
  public record Foreseen(RunZones zones, Furniture furniture) {}

  /** Foresees the furniture of the next article, and counts its runs. */
  public Foreseen next(WordRuns runs) {
    for (long run : runs.sample()) {
      count(sampled, run);
    }
    RunZones seen = runs.zones(run -> sampled[slot(run)] > 1);
    if (seen.isNone()) {
      return new Foreseen(RunZones.NONE, Furniture.NONE);
    }
    for (long run : runs.in(seen)) {
      count(compared, run);
    }
    RunZones zones = runs.zones(run -> sampled[slot(run)] >= FurnitureRule.FEWEST);
    return new Foreseen(
        zones, FurnitureRule.of(runs, zones, run -> compared[slot(run)] >= FurnitureRule.FEWEST));
  }

  private static void count(byte[] counts, long run) {
    int slot = slot(run);
    if (counts[slot] < FurnitureRule.FEWEST) {
      counts[slot]++;
    }
  }

  private static int slot(long run) {
    return (int) ((run >>> 8) % SIZE);
  }
}
