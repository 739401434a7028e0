package broadsheet.lucene.snapshot;

import java.util.Arrays;

/**
 * Counts facet values by their numbers in {@link Facets}: from nothing up, where to clear it costs
 * what was counted and not what could have been, or from the totals down. Not thread-safe.
 */
public final class ValueCounts {

  private final int[] counts;

  /** The values that were counted; of use where not all of them were. */
  private final int[] counted;

  private int size;
  private boolean isOfAll;

  /**
   * @param values how many there are
   */
  ValueCounts(int values) {
    counts = new int[values];
    counted = new int[values];
  }

  /** Starts from the counts of all documents. Only where nothing is counted. */
  void start(int[] totals) {
    System.arraycopy(totals, 0, counts, 0, totals.length);
    size = totals.length;
    isOfAll = true;
  }

  /** Counts a value once more. */
  public void add(int number) {
    if (counts[number]++ == 0) {
      counted[size++] = number;
    }
  }

  /** Counts a value once less. Only where it was started from totals. */
  public void subtract(int number) {
    counts[number]--;
  }

  /** How often a value was counted. */
  public int of(int number) {
    return counts[number];
  }

  /** The number of places; at least that of the different values that were counted. */
  public int size() {
    return size;
  }

  /** The value at a place; it may have been counted not at all. */
  public int number(int place) {
    return isOfAll ? place : counted[place];
  }

  void clear() {
    if (isOfAll) {
      Arrays.fill(counts, 0);
    } else {
      for (int i = 0; i < size; i++) {
        counts[counted[i]] = 0;
      }
    }
    size = 0;
    isOfAll = false;
  }
}
