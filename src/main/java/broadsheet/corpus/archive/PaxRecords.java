package broadsheet.corpus.archive;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The extended header of a tar entry, whose values replace those in the entry's own header.
 * Immutable. Source: POSIX.1-2017, pax, "pax Extended Header".
 *
 * @param name empty if not given
 * @param size in bytes; empty if not given
 * @param isSparse whether the entry is stored without its holes
 */
record PaxRecords(Optional<String> name, OptionalLong size, boolean isSparse) {
  static final PaxRecords NONE = new PaxRecords(Optional.empty(), OptionalLong.empty(), false);

  /**
   * Parses {@code LENGTH KEY=VALUE\n} records up to the first malformed one. Lengths count bytes.
   */
  static PaxRecords of(byte[] text) {
    PaxRecords records = NONE;
    int at = 0;
    while (at < text.length) {
      int blank = indexOf(text, ' ', at);
      long length = number(text, at, blank);
      if (length < blank + 2 - at || length > text.length - at) {
        return records;
      }
      int end = at + (int) length;
      records = records.with(text(text, blank + 1, end - 1));
      at = end;
    }
    return records;
  }

  PaxRecords named(String name) {
    return new PaxRecords(Optional.of(name), size, isSparse);
  }

  private PaxRecords with(String record) {
    int equals = record.indexOf('=');
    String key = record.substring(0, Math.max(equals, 0));
    String value = record.substring(equals + 1);
    if (key.equals("path")) {
      return named(value);
    }
    if (key.equals("size") && value.matches("\\d{1,18}")) {
      return new PaxRecords(name, OptionalLong.of(Long.parseLong(value)), isSparse);
    }
    return key.startsWith("GNU.sparse.") ? new PaxRecords(name, size, true) : this;
  }

  private static int indexOf(byte[] text, char wanted, int from) {
    int at = from;
    while (at < text.length && text[at] != wanted) {
      at++;
    }
    return at;
  }

  /** The number at this position, of at most nine digits; -1 if there is none. */
  private static long number(byte[] text, int from, int to) {
    String digits = text(text, from, to);
    return digits.matches("\\d{1,9}") ? Long.parseLong(digits) : -1;
  }

  private static String text(byte[] text, int from, int to) {
    return new String(text, from, to - from, StandardCharsets.UTF_8);
  }
}
