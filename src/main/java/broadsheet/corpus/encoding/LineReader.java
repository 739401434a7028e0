package broadsheet.corpus.encoding;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads lines of bytes without copying them. A line longer than the limit is skipped, so memory
 * stays bounded for any file. Not thread-safe.
 */
public final class LineReader {
  private static final int FIRST_CAPACITY = 64 * 1024;

  private final InputStream in;
  private final int limit;
  private byte[] buffer = new byte[FIRST_CAPACITY];
  private int lineStart;
  private int lineEnd;
  private int next;
  private int filled;
  private long number;
  private boolean isTooLong;

  /**
   * @param limit the longest line, in bytes
   */
  public LineReader(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Moves to the next line; false if there is none. */
  public boolean next() throws IOException {
    isTooLong = false;
    lineStart = next;
    int end = lineEnd(next);
    if (end == lineStart && end == filled && !isTooLong) {
      return false;
    }
    number++;
    next = Math.min(end + 1, filled);
    lineEnd = end > lineStart && buffer[end - 1] == '\r' ? end - 1 : end;
    return true;
  }

  /** The line's number, from 1. */
  public long number() {
    return number;
  }

  /** Whether the line exceeded the limit; its bytes are then not available. */
  public boolean isTooLong() {
    return isTooLong;
  }

  /** Contains the line from {@link #from}, until the next call of {@link #next}. */
  public byte[] bytes() {
    return buffer;
  }

  public int from() {
    return lineStart;
  }

  /** The line's bytes, without its line break. */
  public int length() {
    return lineEnd - lineStart;
  }

  /**
   * The end of the line that begins at {@link #lineStart}: its line break or the end of the file.
   */
  private int lineEnd(int from) throws IOException {
    int at = from;
    while (true) {
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      if (at < filled) {
        return at;
      }
      at -= makeRoom();
      int read = in.read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        return filled;
      }
      filled += read;
    }
  }

  /** Moves the line to the front of the buffer, or grows the buffer. Returns the distance moved. */
  private int makeRoom() {
    int moved = lineStart;
    if (filled - lineStart > limit) {
      isTooLong = true;
      moved = filled;
    }
    if (moved > 0) {
      System.arraycopy(buffer, moved, buffer, 0, filled - moved);
      filled -= moved;
      lineStart = 0;
    } else if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    return moved;
  }
}
