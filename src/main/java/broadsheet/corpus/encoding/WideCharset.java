package broadsheet.corpus.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Detects UTF-16 and UTF-32 by their byte order marks or, without one, by the positions of zero
 * bytes.
 */
final class WideCharset {
  /** The sample size in bytes. */
  static final int SAMPLE = 4 * 1024;

  private static final List<Charset> UTF_32 =
      List.of(StandardCharsets.UTF_32BE, StandardCharsets.UTF_32LE);
  private static final List<Charset> UTF_16 =
      List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

  /** The shortest text that is detected without a mark, in bytes. */
  private static final int SHORTEST = 8;

  /**
   * In any script, at least one character in this many is ASCII: a space, a digit, a line break.
   */
  private static final int CHARACTERS_PER_ASCII = 100;

  private static final int CHARACTERS_PER_STRANGE = 100;

  private WideCharset() {}

  /** The encoding of a text with this beginning; empty if it is neither. */
  static Optional<Charset> of(byte[] head) {
    Optional<Charset> marked = marked(head);
    if (marked.isPresent() || head.length < SHORTEST) {
      return marked;
    }
    return UTF_32.stream()
        .filter(charset -> hasZerosOfUtf32(head, charset))
        .findFirst()
        .or(() -> UTF_16.stream().filter(charset -> hasZerosOfUtf16(head, charset)).findFirst())
        .filter(charset -> isText(head, charset));
  }

  private static Optional<Charset> marked(byte[] head) {
    if (startsWith(head, 0, 0, 0xfe, 0xff)) {
      return Optional.of(StandardCharsets.UTF_32BE);
    }
    if (startsWith(head, 0xff, 0xfe, 0, 0) && head.length % 4 == 0) {
      return Optional.of(StandardCharsets.UTF_32LE);
    }
    if (startsWith(head, 0xfe, 0xff)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return startsWith(head, 0xff, 0xfe) ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
  }

  private static boolean startsWith(byte[] head, int... mark) {
    boolean starts = head.length >= mark.length;
    for (int i = 0; starts && i < mark.length; i++) {
      starts = (head[i] & 0xff) == mark[i];
    }
    return starts;
  }

  /** The first byte of each four is zero, and the second is a plane of Unicode. */
  private static boolean hasZerosOfUtf32(byte[] head, Charset charset) {
    boolean isBigEndian = charset.equals(StandardCharsets.UTF_32BE);
    boolean has = true;
    for (int i = 0; has && i + 3 < head.length; i += 4) {
      int highest = head[isBigEndian ? i : i + 3];
      int plane = head[isBigEndian ? i + 1 : i + 2];
      has = highest == 0 && plane >= 0 && plane <= 0x10;
    }
    return has;
  }

  /** The upper bytes of the ASCII characters are zero, and no lower byte is. */
  private static boolean hasZerosOfUtf16(byte[] head, Charset charset) {
    int upper = charset.equals(StandardCharsets.UTF_16BE) ? 0 : 1;
    int upperZeros = 0;
    int lowerZeros = 0;
    for (int i = 0; i + 1 < head.length; i += 2) {
      upperZeros += head[i + upper] == 0 ? 1 : 0;
      lowerZeros += head[i + 1 - upper] == 0 ? 1 : 0;
    }
    int characters = head.length / 2;
    return upperZeros * CHARACTERS_PER_ASCII >= characters
        && lowerZeros * CHARACTERS_PER_STRANGE * 5 <= characters;
  }

  private static boolean isText(byte[] head, Charset charset) {
    String text = new String(head, charset);
    long strange = text.codePoints().filter(WideCharset::isStrange).count();
    return (strange - 1) * CHARACTERS_PER_STRANGE <= text.length() && strange < text.length() / 2;
  }

  /** Whether text never contains this character; includes the replacement for a broken sequence. */
  private static boolean isStrange(int c) {
    return c == 0xfffd
        || !Character.isDefined(c)
        || Character.getType(c) == Character.PRIVATE_USE
        || (Character.isISOControl(c) && !Character.isWhitespace(c));
  }
}
