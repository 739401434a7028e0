package broadsheet.lucene.furniture;

import broadsheet.article.Furniture;
import java.util.Arrays;

/**
 * Predicts the boilerplate of articles while they are read for the first time, from count-min
 * sketches of their runs, so that few of them must be analysed again when it is decided. First the
 * sample of each article is counted, then its compared runs, and then its furniture is foreseen;
 * the more articles are counted before, the better. Counts may be too high, and what is foreseen
 * wrong. Thread-safe.
 */
public final class SeenRuns {

  private final Counts sampled = new Counts();
  private final Counts compared = new Counts();

  /**
   * The expectation for an article.
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
   * Counts up to {@link FurnitureRule#FEWEST} in two tables, of which the smaller count holds. They
   * grow to {@value #LARGEST} counts each; once they are full, those that did not get that far are
   * forgotten.
   *
   * <p>Source: Cormode and Muthukrishnan, “An improved data stream summary: the count-min sketch”,
   * Journal of Algorithms 2005.
   */
  private static final class Counts {
    private static final int LARGEST = 1 << 24;

    /** Tables with fewer places for each run that was counted grow. */
    private static final int MANY_PLACES = 64;

    /** The largest tables are full with fewer. */
    private static final int PLACES = 8;

    private byte[] first = new byte[1 << 14];
    private byte[] second = new byte[1 << 14];
    private int counted;

    synchronized void add(long[] runs) {
      for (long run : runs) {
        count(first, firstSlot(run));
        count(second, secondSlot(run));
      }
      counted += runs.length;
      while (counted > first.length / MANY_PLACES && first.length < LARGEST) {
        first = doubled(first);
        second = doubled(second);
      }
      if (counted > LARGEST / PLACES) {
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

    /** Twice the table, in which each run finds its count at one of two places. */
    private static byte[] doubled(byte[] counts) {
      byte[] doubled = Arrays.copyOf(counts, 2 * counts.length);
      System.arraycopy(counts, 0, doubled, counts.length, counts.length);
      return doubled;
    }

    private static void forget(byte[] counts) {
      int repeated = 0;
      for (int i = 0; i < counts.length; i++) {
        counts[i] = counts[i] < FurnitureRule.FEWEST ? 0 : counts[i];
        repeated += counts[i] > 0 ? 1 : 0;
      }
      if (repeated > counts.length / PLACES) {
        Arrays.fill(counts, (byte) 0);
      }
    }

    synchronized boolean isRepeated(long run) {
      return Math.min(first[firstSlot(run)], second[secondSlot(run)]) >= FurnitureRule.FEWEST;
    }

    private int firstSlot(long run) {
      return (int) (run >>> 16) & (first.length - 1);
    }

    private int secondSlot(long run) {
      return (int) WordHashes.mixed(run) & (first.length - 1);
    }
  }
}
