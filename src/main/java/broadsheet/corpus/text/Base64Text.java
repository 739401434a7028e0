package broadsheet.corpus.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.Optional;

/**
 * Text that a system has encoded in Base64 to keep it from being parsed. Stateless. Source: RFC
 * 4648.
 */
public final class Base64Text {
  private static final Charset OTHERWISE = Charset.forName("windows-1252");

  /** Shorter ones are words. */
  private static final int SHORTEST = 40;

  private Base64Text() {}

  /** The text in what is stated to be Base64; empty if it is no text. */
  public static Optional<String> decoded(String encoded) {
    return bytes(encoded)
        .flatMap(bytes -> utf8(bytes).or(() -> text(new String(bytes, OTHERWISE))));
  }

  /**
   * The text that is encoded if a whole text is Base64; otherwise the text itself. No statement is
   * needed, because no word decodes to UTF-8 by chance.
   */
  public static String plain(String text) {
    return is(text) ? bytes(text).flatMap(Base64Text::utf8).orElse(text) : text;
  }

  /** Whether a text has only the signs of Base64, and no blanks, over some length. */
  public static boolean is(String text) {
    String bare = text.strip();
    return bare.length() >= SHORTEST && bare.chars().allMatch(Base64Text::isSign);
  }

  private static Optional<byte[]> bytes(String encoded) {
    try {
      return Optional.of(Base64.getMimeDecoder().decode(encoded.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return text(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(String decoded) {
    boolean isText = decoded.chars().noneMatch(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0);
    return isText && !decoded.isBlank() ? Optional.of(decoded) : Optional.empty();
  }

  private static boolean isSign(int c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || "+/=\r\n".indexOf(c) >= 0;
  }
}
