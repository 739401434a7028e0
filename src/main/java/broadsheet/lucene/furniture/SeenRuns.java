package broadsheet.lucene.furniture;

import broadsheet.article.Furniture;
import java.util.Arrays;

/**
 * Foresees the furniture of articles while they are read for the first time, so that few of them
 * must be analysed again when it is decided. First the sample of each article is counted, then its
 * compared runs, and then its furniture is foreseen; the more articles are counted before, the
 * better. Counts may be too high, and what is foreseen wrong. Threads may use it at once, and lose
 * a count at times.
 */
public final class SeenRuns {

  private final Counts sampled = new Counts();
  private final Counts compared = new Counts();

  /**
   * What is foreseen of an article.
   *
   * @param zones its runs that will be compared
   */
  public record Foreseen(RunZones zones, Furniture furniture) {}

  /** Counts the sample of an article. */
  public void count(WordRuns runs) {
    sampled.add(runs.sample());
  }

  /** Counts the runs of an article that may be compared, once the samples of others are counted. */
  public void compare(WordRuns runs) {
    compared.add(runs.in(runs.zones(sampled::isRepeated)));
  }

  /** Foresees the furniture of an article. */
  public Foreseen foresee(WordRuns runs) {
    RunZones zones = runs.zones(sampled::isRepeated);
    return new Foreseen(
        zones,
        zones.isNone() ? Furniture.NONE : FurnitureRule.of(runs, zones, compared::isRepeated));
  }

  /**
   * Counts up to {@link FurnitureRule#FEWEST} in two tables of fixed size, of which the smaller
   * count holds. Once they fill up, those that did not get that far are forgotten.
   *
   * <p>Source: Cormode and Muthukrishnan, “An improved data stream summary: the count-min sketch”,
   * Journal of Algorithms 2005.
   */
  private static final class Counts {
    private static final int SIZE = 1 << 24;
    private static final int MOST = SIZE / 8;

    private final byte[] first = new byte[SIZE];
    private final byte[] second = new byte[SIZE];
    private int counted;

    void add(long[] runs) {
      for (long run : runs) {
        count(first, firstSlot(run));
        count(second, secondSlot(run));
      }
      counted += runs.length;
      if (counted > MOST) {
        counted = 0;
        forget(first);
        forget(second);
      }
    }

    private static void count(byte[] counts, int slot) {
      if (counts[slot] < FurnitureRule.FEWEST) {
        counts[slot]++;
      }
    }

    private static void forget(byte[] counts) {
      int repeated = 0;
      for (int i = 0; i < SIZE; i++) {
        counts[i] = counts[i] < FurnitureRule.FEWEST ? 0 : counts[i];
        repeated += counts[i] > 0 ? 1 : 0;
      }
      if (repeated > MOST) {
        Arrays.fill(counts, (byte) 0);
      }
    }

    boolean isRepeated(long run) {
      return Math.min(first[firstSlot(run)], second[secondSlot(run)]) >= FurnitureRule.FEWEST;
    }

    private static int firstSlot(long run) {
      return (int) (run >>> 16) & (SIZE - 1);
    }

    private static int secondSlot(long run) {
      return (int) WordHashes.mixed(run) & (SIZE - 1);
    }
  }
}
