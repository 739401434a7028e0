package broadsheet.lucene.furniture;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** A growable list of {@code long} values. Not thread-safe. */
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

  /** Passes on each number. */
  public void each(LongConsumer sink) {
    for (int i = 0; i < size; i++) {
      sink.accept(values[i]);
    }
  }

  /** The numbers in ascending order. */
  public long[] sorted() {
    long[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted;
  }

  /** The different numbers in ascending order. */
  public long[] distinct() {
    return Arrays.stream(sorted()).distinct().toArray();
  }

  /** The number of values that two ascending lists share. */
  public static int shared(long[] one, long[] other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      shared += one[i] == other[j] ? 1 : 0;
      boolean isLess = one[i] <= other[j];
      j += one[i] >= other[j] ? 1 : 0;
      i += isLess ? 1 : 0;
    }
    return shared;
  }

  /** Receives a number with the count of its occurrences. */
  public interface CountVisitor {
    void visit(long value, int count) throws IOException;
  }

  /** Visits each different number, in ascending order. */
  public void eachCounted(CountVisitor visitor) throws IOException {
    long[] sorted = sorted();
    int first = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[first]) {
        visitor.visit(sorted[first], i - first);
        first = i;
      }
    }
  }
}
