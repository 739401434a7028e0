package broadsheet.corpus.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads header lines, one character per byte (ISO 8859-1), and consumes nothing beyond them. Not
 * thread-safe.
 */
final class HeaderLines {
  /** The longest header, and the longest line of one, in bytes. */
  static final int LONGEST = 1024 * 1024;

  private static final int USUAL_LENGTH = 128;

  private final InputStream in;
  private long taken;

  HeaderLines(InputStream in) {
    this.in = in;
  }

  /**
   * The next line without its line break; empty at the end. A line that is too long is returned in
   * pieces.
   */
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

  /** The number of bytes consumed. */
  long taken() {
    return taken;
  }

  private int read() throws IOException {
    int next = in.read();
    taken += next < 0 ? 0 : 1;
    return next;
  }

  /** The lines up to and including a blank one; fewer if the stream ends first. */
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
