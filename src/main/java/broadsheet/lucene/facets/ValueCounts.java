package broadsheet.lucene.facets;

/**
 * Counts facet values by their ordinals in {@link Facets}. Clearing takes time proportional to the
 * values counted. Not thread-safe.
 */
public final class ValueCounts {

  private final int[] counts;
  private final int[] counted;
  private int size;

  /**
   * @param values the number of values
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

  /** Starts from a count. The value must not be counted yet. */
  void start(int number, int count) {
    counts[number] = count;
    counted[size++] = number;
  }

  /** Counts a value once less. The value must have been started from a count. */
  void subtract(int number) {
    counts[number]--;
  }

  /** The count of a value. */
  public int of(int number) {
    return counts[number];
  }

  /** The number of different values counted. */
  public int size() {
    return size;
  }

  /** The value at a place among those counted; its count may be 0. */
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
