package broadsheet.corpus.encoding;

import broadsheet.corpus.record.Peek;
import java.util.Arrays;

/** Collects bytes up to a limit; beyond it, drops them all. Not thread-safe. */
public final class BoundedBytes {
  private static final int FIRST_CAPACITY = 8 * 1024;

  private final int limit;
  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int size;
  private boolean isOverflown;

  public BoundedBytes(int limit) {
    this.limit = limit;
  }

  public void write(int value) {
    if (size == limit) {
      clear();
      isOverflown = true;
    }
    if (isOverflown) {
      return;
    }
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(limit, bytes.length * 2));
    }
    bytes[size++] = (byte) value;
  }

  public void write(byte[] values) {
    for (byte value : values) {
      write(value);
    }
  }

  /** Whether the limit was exceeded, so that nothing is left. */
  public boolean isOverflown() {
    return isOverflown;
  }

  public int size() {
    return size;
  }

  /** Removes the last bytes. */
  public void drop(int count) {
    size = Math.max(0, size - count);
  }

  /** Starts again. */
  public void clear() {
    size = 0;
    isOverflown = false;
    if (bytes.length > Peek.LENGTH) {
      bytes = new byte[FIRST_CAPACITY];
    }
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }
}
