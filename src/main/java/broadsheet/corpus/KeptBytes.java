package broadsheet.corpus;

import java.util.Arrays;

/** Bytes kept one by one up to a limit; beyond it none of them is. Not thread-safe. */
final class KeptBytes {
  private static final int FIRST_CAPACITY = 8 * 1024;

  private final int limit;
  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int size;
  private boolean isOverflown;

  KeptBytes(int limit) {
    this.limit = limit;
  }

  void write(int value) {
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

  void write(byte[] values) {
    for (byte value : values) {
      write(value);
    }
  }

  /** Whether there were more than the limit, and none is left. */
  boolean isOverflown() {
    return isOverflown;
  }

  int size() {
    return size;
  }

  /** Takes back the last ones. */
  void drop(int count) {
    size = Math.max(0, size - count);
  }

  /** Begins anew. */
  void clear() {
    size = 0;
    isOverflown = false;
    if (bytes.length > Peek.LENGTH) {
      bytes = new byte[FIRST_CAPACITY];
    }
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }
}
