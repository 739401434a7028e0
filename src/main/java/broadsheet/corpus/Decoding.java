package broadsheet.corpus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out how text is encoded: by its byte order mark, else UTF-8, else windows-1252. */
final class Decoding {
  private static final Charset FALLBACK = Charset.forName("windows-1252");
  private static final int ESCAPE = 0x1b;
  private static final Pattern DECLARATION =
      Pattern.compile(
          "^\\s*<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"'](?<name>[\\w.:-]{1,40})[\"']");

  private static final String MARK = "\u00ef\u00bb\u00bf";

  private Decoding() {}

  /** The text of some bytes: UTF-8 if they are valid as such, else windows-1252. */
  static String text(byte[] bytes, int from, int length) {
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    if (text.indexOf('\ufffd') >= 0 && !isUtf8(bytes, from, length)) {
      return new String(bytes, from, length, FALLBACK);
    }
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /**
   * The text of some bytes whose server said what they are. Valid UTF-8 is taken as such all the
   * same, unless it has the escapes of another set.
   *
   * @param charset one that Java knows; empty if none was stated
   */
  static String textAs(byte[] bytes, String charset) {
    if (charset.isEmpty() || (isUtf8(bytes, 0, bytes.length) && !hasEscapes(bytes))) {
      return text(bytes, 0, bytes.length);
    }
    return new String(bytes, Charset.forName(charset));
  }

  private static boolean hasEscapes(byte[] bytes) {
    for (byte b : bytes) {
      if (b == ESCAPE) {
        return true;
      }
    }
    return false;
  }

  /** The text of some bytes: UTF-8 if they are valid as such, else as was declared. */
  static String text(byte[] bytes, Charset declared) {
    return isUtf8(bytes, 0, bytes.length)
        ? new String(bytes, StandardCharsets.UTF_8)
        : new String(bytes, declared);
  }

  /** The encoding an XML declaration names; windows-1252 if none that is known, or ISO 8859-1. */
  static Charset declared(String head) {
    Matcher declaration = DECLARATION.matcher(head);
    try {
      Charset charset =
          declaration.find() ? Charset.forName(declaration.group("name")) : StandardCharsets.UTF_8;
      boolean isAsItSays =
          !charset.name().startsWith("UTF") && !charset.equals(StandardCharsets.ISO_8859_1);
      return isAsItSays ? charset : FALLBACK;
    } catch (IllegalArgumentException e) {
      return FALLBACK;
    }
  }

  static boolean isUtf8(byte[] bytes, int from, int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The same text without the UTF-8 byte order mark, where each byte is a character. */
  static String withoutMark(String latin1) {
    return latin1.startsWith(MARK) ? latin1.substring(MARK.length()) : latin1;
  }

  /** The same stream; if its mark says UTF-16, the same text as UTF-8. */
  static InputStream withoutUtf16(InputStream in) throws IOException {
    in.mark(2);
    byte[] mark = in.readNBytes(2);
    in.reset();
    int order = mark.length < 2 ? 0 : (mark[0] & 0xff) << 8 | (mark[1] & 0xff);
    boolean isUtf16 = order == 0xfeff || order == 0xfffe;
    return isUtf16
        ? new BufferedInputStream(
            new Utf8Input(new InputStreamReader(in, StandardCharsets.UTF_16)), Peek.LENGTH)
        : in;
  }

  /** Gives characters as UTF-8. */
  private static final class Utf8Input extends InputStream {
    private final Reader reader;
    private final char[] chars = new char[8 * 1024];
    private int kept;
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    Utf8Input(Reader reader) {
      this.reader = reader;
    }

    @Override
    public int read() throws IOException {
      return fill() ? bytes.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, bytes.remaining());
      bytes.get(target, offset, count);
      return count;
    }

    /** Keeps back half a surrogate pair until its other half is there. */
    private boolean fill() throws IOException {
      while (!bytes.hasRemaining()) {
        int read = reader.read(chars, kept, chars.length - kept);
        int end = kept + Math.max(read, 0);
        if (end == 0) {
          return false;
        }
        kept = read > 0 && Character.isHighSurrogate(chars[end - 1]) ? 1 : 0;
        bytes = StandardCharsets.UTF_8.encode(new String(chars, 0, end - kept));
        if (kept == 1) {
          chars[0] = chars[end - 1];
        }
      }
      return true;
    }
  }
}
