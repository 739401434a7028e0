package broadsheet.recording;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of the bytes of a file. Immutable. Source: RFC 9110, section 14.
 *
 * @param first the first byte, from 0
 * @param last the last byte, included; before the first if the range is empty
 */
public record ByteRange(long first, long last) {
  private static final Pattern ONE =
      Pattern.compile("(?i)\\s*bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

  /** No byte of a file is in the range that was asked for. */
  public static final ByteRange UNSATISFIABLE = new ByteRange(-1, -2);

  public static ByteRange whole(long size) {
    return new ByteRange(0, size - 1);
  }

  /**
   * The range of a header.
   *
   * @return empty if it states no single range, and must be ignored; {@link #UNSATISFIABLE} if the
   *     file has no byte of it
   */
  public static Optional<ByteRange> of(String header, long size) {
    Matcher range = ONE.matcher(header);
    if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (range.group(1).isEmpty()) {
      long suffix = Math.min(size, Long.parseLong(range.group(2)));
      return Optional.of(suffix == 0 ? UNSATISFIABLE : new ByteRange(size - suffix, size - 1));
    }
    long first = Long.parseLong(range.group(1));
    long last = range.group(2).isEmpty() ? size - 1 : Long.parseLong(range.group(2));
    if (last < first && !range.group(2).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        first >= size ? UNSATISFIABLE : new ByteRange(first, Math.min(last, size - 1)));
  }

  public long length() {
    return last - first + 1;
  }

  /** The same range, cut after so many bytes. */
  public ByteRange atMost(long bytes) {
    return new ByteRange(first, Math.min(last, first + bytes - 1));
  }

  /** The header {@code Content-Range} of the answer. */
  public String contentRange(long size) {
    return equals(UNSATISFIABLE) ? "bytes */" + size : "bytes " + first + "-" + last + "/" + size;
  }
}
