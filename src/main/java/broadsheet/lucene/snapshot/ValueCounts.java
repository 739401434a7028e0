package broadsheet.lucene.snapshot;

/**
 * Counts facet values by their numbers in {@link Facets}. To clear it costs what was counted, not
 * what could have been. Not thread-safe.
 */
public final class ValueCounts {

  private final int[] counts;
  private final int[] counted;
  private int size;

  /**
   * @param values how many there are
   */
  ValueCounts(int values) {
    counts = new int[values];
    counted = new int[values];
  }

  /** Counts a value once more. */
  public void add(int number) {
    if (counts[number]++ == 0) {
      counted[size++] = number;
    }
  }

  /** How often a value was counted. */
  public int of(int number) {
    return counts[number];
  }

  /** How many different values were counted. */
  public int size() {
    return size;
  }

  /** One of the values that were counted. */
  public int number(int place) {
    return counted[place];
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      counts[counted[i]] = 0;
    }
    size = 0;
  }
}
