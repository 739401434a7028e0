package broadsheet.lucene.snapshot;

/**
 * Counts facet values by their numbers in {@link Facets}. To clear it costs what was counted and
 * not what could have been. Not thread-safe.
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
  void add(int number) {
    if (counts[number]++ == 0) {
      counted[size++] = number;
    }
  }

  /** Starts from a count. Only where the value is not counted yet. */
  void start(int number, int count) {
    counts[number] = count;
    counted[size++] = number;
  }

  /** Counts a value once less. Only where it was started from a count. */
  void subtract(int number) {
    counts[number]--;
  }

  /** How often a value was counted. */
  public int of(int number) {
    return counts[number];
  }

  /** How many different values were counted. */
  public int size() {
    return size;
  }

  /** The value at a place among those that were counted; it may have been counted not at all. */
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
