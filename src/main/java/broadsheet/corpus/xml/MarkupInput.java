package broadsheet.corpus.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/**
 * Reads markup byte by byte with one byte of look-ahead. Reports every byte read. Not thread-safe.
 */
final class MarkupInput {
  private static final int BUFFER = 64 * 1024;
  private static final int LONGEST_NAME = 64;

  private final InputStream in;
  private final IntConsumer told;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int filled;

  MarkupInput(InputStream in, IntConsumer told) {
    this.in = in;
    this.told = told;
  }

  /** The next byte; -1 at the end. */
  int read() throws IOException {
    int c = peek();
    if (c >= 0) {
      at++;
      told.accept(c);
    }
    return c;
  }

  /** The byte that {@link #read} returns next; -1 at the end. */
  int peek() throws IOException {
    if (at == filled) {
      at = 0;
      filled = Math.max(0, in.read(buffer, 0, buffer.length));
    }
    return at == filled ? -1 : buffer[at] & 0xff;
  }

  /** The name that begins here; if very long, its beginning. */
  String name() throws IOException {
    StringBuilder name = new StringBuilder();
    for (int c = peek(); c > ' ' && c != '>' && c != '/' && c != '<'; c = peek()) {
      read();
      if (name.length() < LONGEST_NAME) {
        name.append((char) c);
      }
    }
    return name.toString();
  }

  /**
   * Skips to the end of a tag, or to the next opening bracket, which a tag cannot contain.
   *
   * @return whether the tag is an empty element
   */
  boolean skipTag() throws IOException {
    int quote = 0;
    int before = 0;
    for (int c = peek(); c >= 0 && c != '<'; c = peek()) {
      read();
      if (quote == 0 && c == '>') {
        return before == '/';
      }
      boolean isQuote = c == '"' || c == '\'';
      if (isQuote && (quote == 0 || quote == c)) {
        quote = quote == 0 ? c : 0;
      }
      before = c;
    }
    return false;
  }

  /**
   * Skips a comment, CDATA section, processing instruction or document type, if one begins here.
   */
  void skipDeclaration() throws IOException {
    if (peek() == '?') {
      skipPast("?>");
    } else if (peek() == '!') {
      read();
      switch (peek()) {
        case '-' -> skipPast("-->");
        case '[' -> skipPast("]]>");
        default -> skipDocumentType();
      }
    }
  }

  private void skipDocumentType() throws IOException {
    int brackets = 0;
    for (int c = read(); c >= 0; c = read()) {
      brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (c == '>' && brackets <= 0) {
        return;
      }
    }
  }

  private void skipPast(String end) throws IOException {
    int matched = 0;
    while (matched < end.length()) {
      int c = read();
      if (c < 0) {
        return;
      }
      boolean isRepeat = matched == 2 && c == end.charAt(1);
      if (c == end.charAt(matched)) {
        matched++;
      } else if (!isRepeat) {
        matched = c == end.charAt(0) ? 1 : 0;
      }
    }
  }
}
