package broadsheet.corpus.encoding;

import broadsheet.corpus.pack.Layer;
import broadsheet.corpus.record.Peek;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Detects the encoding of text: by its byte order mark, otherwise UTF-8 if valid, otherwise by
 * {@link OldCharset}. In UTF-8 text, stray bytes are read as windows-1252.
 */
public final class Decoding {
  /** Fallback for text that is not UTF-8: windows-1252. */
  public static final Charset FALLBACK = Charset.forName("windows-1252");

  private static final String MARK = "\u00ef\u00bb\u00bf";
  private static final int LONGEST_SEQUENCE = 4;

  private Decoding() {}

  /** Decodes bytes, dropping a byte order mark. */
  public static String text(byte[] bytes, int from, int length) {
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    if (text.indexOf('\ufffd') >= 0 && !isUtf8(bytes, from, length)) {
      return notQuiteUtf8(bytes, from, length);
    }
    return withoutUnicodeMark(text);
  }

  /** Decodes bytes: as UTF-8 if they are valid, otherwise as declared. */
  public static String text(byte[] bytes, Charset declared) {
    return isUtf8(bytes, 0, bytes.length)
        ? new String(bytes, StandardCharsets.UTF_8)
        : new String(bytes, declared);
  }

  /**
   * Decodes a stream while it is read, dropping a byte order mark. The encoding is detected from
   * the first {@value Peek#LENGTH} bytes.
   */
  public static Reader reader(InputStream in) throws IOException {
    InputStream stream = in.markSupported() ? in : new BufferedInputStream(in, Peek.LENGTH);
    stream.mark(Peek.LENGTH);
    byte[] head = Layer.readSound(stream, Peek.LENGTH);
    stream.reset();
    stream.skipNBytes(startsWithMark(head) ? MARK.length() : 0);
    Optional<Charset> charset =
        isUtf8Beginning(head) ? Optional.empty() : OldCharset.of(head, 0, head.length);
    return charset.isPresent()
        ? new InputStreamReader(stream, charset.get())
        : new BufferedReader(new LenientUtf8(stream));
  }

  public static boolean isUtf8(byte[] bytes, int from, int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Drops a UTF-8 byte order mark from text with one character per byte. */
  public static String withoutMark(String latin1) {
    return latin1.startsWith(MARK) ? latin1.substring(MARK.length()) : latin1;
  }

  /** Decodes a file's beginning that was read with one character per byte. */
  public static String head(String latin1) {
    byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
    return isUtf8Beginning(bytes)
        ? withoutUnicodeMark(new String(bytes, StandardCharsets.UTF_8))
        : text(bytes, 0, bytes.length);
  }

  /** The same stream; if it is UTF-16 or UTF-32, with or without a mark, its text as UTF-8. */
  public static InputStream withoutUtf16(InputStream in) throws IOException {
    in.mark(WideCharset.SAMPLE);
    byte[] head = Layer.readSound(in, WideCharset.SAMPLE);
    in.reset();
    Optional<Charset> wide = WideCharset.of(head);
    return wide.isPresent()
        ? new BufferedInputStream(new Utf8Input(new InputStreamReader(in, wide.get())), Peek.LENGTH)
        : in;
  }

  private static String notQuiteUtf8(byte[] bytes, int from, int length) {
    Optional<Charset> charset = OldCharset.of(bytes, from, length);
    if (charset.isPresent()) {
      return new String(bytes, from, length, charset.get());
    }
    Reader reader =
        new BufferedReader(new LenientUtf8(new ByteArrayInputStream(bytes, from, length)));
    StringBuilder text = new StringBuilder(length);
    char[] chars = new char[8 * 1024];
    try (reader) {
      for (int read = reader.read(chars); read >= 0; read = reader.read(chars)) {
        text.append(chars, 0, read);
      }
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
    return withoutUnicodeMark(text.toString());
  }

  /** Whether these bytes are UTF-8, apart from a character that may be cut at the end. */
  private static boolean isUtf8Beginning(byte[] head) {
    for (int cut = 0; cut < LONGEST_SEQUENCE && cut <= head.length; cut++) {
      if (isUtf8(head, 0, head.length - cut)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWithMark(byte[] head) {
    byte[] mark = MARK.getBytes(StandardCharsets.ISO_8859_1);
    return head.length >= mark.length && Arrays.equals(mark, Arrays.copyOf(head, mark.length));
  }

  private static String withoutUnicodeMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
