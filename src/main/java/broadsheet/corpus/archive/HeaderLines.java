package broadsheet.corpus.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads header lines, a character for a byte (ISO 8859-1), and takes nothing from the stream beyond
 * them. Not thread-safe.
 */
final class HeaderLines {
  /** Bytes of the longest header that is read, and of its longest line. */
  static final int LONGEST = 1024 * 1024;

  private static final int USUAL_LENGTH = 128;

  private final InputStream in;
  private long taken;

  HeaderLines(InputStream in) {
    this.in = in;
  }

  /** A line without its break; empty at the end. A longer one comes in pieces. */
  Optional<String> next() throws IOException {
    int next = read();
    if (next < 0) {
      return Optional.empty();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(USUAL_LENGTH);
    while (next >= 0 && next != '\n' && line.size() < LONGEST) {
      line.write(next);
      next = read();
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }

  /** Bytes of the stream that have been taken. */
  long taken() {
    return taken;
  }

  private int read() throws IOException {
    int next = in.read();
    taken += next < 0 ? 0 : 1;
    return next;
  }

  /** The lines up to a blank one, which is the last of them; fewer where the stream ends. */
  String block() throws IOException {
    StringBuilder block = new StringBuilder();
    for (var line = next(); line.isPresent(); line = next()) {
      block.append(line.get()).append("\r\n");
      if (line.get().isEmpty() || block.length() > LONGEST) {
        break;
      }
    }
    return block.toString();
  }
}
