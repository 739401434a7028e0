package broadsheet.corpus.encoding;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8, and reads each invalid byte as windows-1252, so that a stray byte affects nothing
 * else. Each read needs room for two characters, so wrap it in a {@link java.io.BufferedReader}.
 * Not thread-safe.
 */
final class LenientUtf8 extends Reader {
  private static final Charset STRAY = Charset.forName("windows-1252");

  private final InputStream in;
  private final ByteBuffer bytes = ByteBuffer.allocate(16 * 1024).flip();
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);

  private boolean isAtEnd;

  LenientUtf8(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length < 2) {
      throw new IllegalArgumentException("room for a surrogate pair is needed, not " + length);
    }
    CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
    while (chars.position() == 0) {
      if (!isAtEnd) {
        fill();
      }
      CoderResult result = decoder.decode(bytes, chars, isAtEnd);
      if (result.isError() && chars.hasRemaining()) {
        decodeStray(chars);
      } else if (isAtEnd && result.isUnderflow()) {
        break;
      }
    }
    return chars.position() == 0 ? -1 : chars.position();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Consumes one byte only, since a character may begin after it. */
  private void decodeStray(CharBuffer chars) {
    chars.put(STRAY.decode(bytes.slice(bytes.position(), 1)));
    bytes.position(bytes.position() + 1);
    decoder.reset();
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    isAtEnd = read < 0;
    bytes.position(bytes.position() + Math.max(read, 0)).flip();
  }
}
