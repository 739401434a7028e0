package broadsheet.corpus.encoding;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes text whose encoding is stated by its server or by itself, perhaps wrongly. Bytes that are
 * valid UTF-8 are always read as such; otherwise the statements count, the server's first;
 * otherwise the result of {@link Decoding}.
 */
public final class StatedEncoding {
  private static final int HEAD = 4096;
  private static final char ESCAPE = 0x1b;

  private static final Pattern STATED =
      Pattern.compile(
          "(?i)<meta\\b[^>]{0,200}?\\bcharset\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})"
              + "|<\\?xml\\b[^>]{0,200}?\\bencoding\\s*=\\s*[\"']\\s*([\\w.:-]{2,40})");

  /** Encodings that are read as a superset, as browsers do. */
  private static final Map<String, String> LARGER =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"));

  private StatedEncoding() {}

  /**
   * Decodes bytes.
   *
   * @param hint the encoding that the server stated; empty if none
   */
  public static String text(byte[] bytes, String hint) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    if (Decoding.isUtf8(bytes, 0, bytes.length) && head.indexOf(ESCAPE) < 0) {
      return Decoding.text(bytes, 0, bytes.length);
    }
    return charset(hint)
        .or(() -> charset(stated(head)))
        .map(charset -> new String(bytes, charset))
        .filter(StatedEncoding::isSound)
        .orElseGet(() -> Decoding.text(bytes, 0, bytes.length));
  }

  /**
   * The encoding that a file states at its beginning, for bytes that are not UTF-8; windows-1252 if
   * it states UTF-8 or nothing known.
   *
   * @param head one character per byte
   */
  public static Charset of(String head) {
    return charset(stated(head)).orElse(Decoding.FALLBACK);
  }

  private static String stated(String head) {
    Matcher stated = STATED.matcher(head);
    if (!stated.find()) {
      return "";
    }
    return stated.group(1) == null ? stated.group(2) : stated.group(1);
  }

  /** The encoding with this name, as browsers understand it; empty if it is UTF-8 or unknown. */
  private static Optional<Charset> charset(String name) {
    try {
      String canonical = name.isEmpty() ? "" : Charset.forName(name).name();
      String larger = LARGER.getOrDefault(canonical.toLowerCase(Locale.ROOT), canonical);
      return larger.isEmpty() || larger.startsWith("UTF-")
          ? Optional.empty()
          : Optional.of(Charset.forName(larger));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /** Whether nearly all of it could be decoded. */
  private static boolean isSound(String text) {
    long lost = text.chars().filter(c -> c == '\ufffd').count();
    return lost * 100 <= text.length();
  }
}
