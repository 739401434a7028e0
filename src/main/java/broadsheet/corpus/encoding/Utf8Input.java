package broadsheet.corpus.encoding;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Encodes characters as UTF-8. Drops a byte order mark at the beginning. Not thread-safe. */
final class Utf8Input extends InputStream {
  private static final char MARK = '\ufeff';

  private final Reader reader;
  private final char[] chars = new char[8 * 1024];
  private boolean isBegun;
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

  /** Holds back half a surrogate pair until the other half arrives. */
  private boolean fill() throws IOException {
    while (!bytes.hasRemaining()) {
      int read = reader.read(chars, kept, chars.length - kept);
      int end = kept + Math.max(read, 0);
      if (end == 0) {
        return false;
      }
      kept = read > 0 && Character.isHighSurrogate(chars[end - 1]) ? 1 : 0;
      int start = !isBegun && chars[0] == MARK ? 1 : 0;
      isBegun = true;
      bytes = StandardCharsets.UTF_8.encode(new String(chars, start, end - kept - start));
      if (kept == 1) {
        chars[0] = chars[end - 1];
      }
    }
    return true;
  }
}
