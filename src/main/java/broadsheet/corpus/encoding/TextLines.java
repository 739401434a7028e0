package broadsheet.corpus.encoding;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads lines of text with any kind of line break, and can take lines back. A line longer than the
 * limit is skipped, so memory stays bounded for any file. Not thread-safe.
 */
public final class TextLines {
  private final Reader in;
  private final int limit;
  private final Deque<Line> takenBack = new ArrayDeque<>();
  private long number;
  private boolean hasPendingFeed;

  /**
   * A line without its break.
   *
   * @param number from 1
   * @param isTooLong whether it exceeded the limit, where its text is cut off
   */
  public record Line(String text, long number, boolean isTooLong) {}

  /**
   * @param limit the longest line, in characters
   */
  public TextLines(Reader in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** The next line; empty when there is none. */
  public Optional<Line> next() throws IOException {
    return takenBack.isEmpty() ? read() : Optional.of(takenBack.removeFirst());
  }

  /** Takes lines back, in order; they are read again next. */
  public void takeBack(List<Line> lines) {
    lines.reversed().forEach(takenBack::addFirst);
  }

  private Optional<Line> read() throws IOException {
    StringBuilder text = new StringBuilder();
    boolean isTooLong = false;
    int c = first();
    boolean isAtEnd = c < 0;
    while (c >= 0 && c != '\n' && c != '\r') {
      if (text.length() < limit) {
        text.append((char) c);
      } else {
        isTooLong = true;
      }
      c = in.read();
    }
    hasPendingFeed = c == '\r';
    number++;
    return isAtEnd ? Optional.empty() : Optional.of(new Line(text.toString(), number, isTooLong));
  }

  /** Skips the line feed of a break whose carriage return has been read. */
  private int first() throws IOException {
    int c = in.read();
    return hasPendingFeed && c == '\n' ? in.read() : c;
  }
}
