package broadsheet.lucene.furniture;

import java.util.Arrays;

/** A growing list of numbers. Not thread-safe. */
public final class LongList {

  private long[] values = new long[128];
  private int size;

  public void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  public void addAll(long[] more) {
    for (long value : more) {
      add(value);
    }
  }

  /** An equal list, which grows on its own. */
  public LongList copy() {
    LongList copy = new LongList();
    copy.values = values.clone();
    copy.size = size;
    return copy;
  }

  /** The numbers in ascending order. */
  public long[] sorted() {
    long[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted;
  }
}
