package broadsheet.corpus.office;

import java.io.IOException;
import java.io.InputStream;

/** Tokenizes RTF: groups, control words, and bytes of text. Not thread-safe. */
final class RtfTokens {
  private static final int LONGEST_WORD = 32;

  enum Kind {
    OPEN,
    CLOSE,
    /** A control word or sign; see {@link #word} and {@link #parameter}. */
    CONTROL,
    /** A byte of text; see {@link #value}. */
    BYTE,
    END
  }

  private final InputStream in;
  private int next;
  private String word = "";
  private int parameter;
  private boolean hasParameter;
  private int value;

  RtfTokens(InputStream in) throws IOException {
    this.in = in;
    this.next = in.read();
  }

  Kind next() throws IOException {
    while (next == '\r' || next == '\n') {
      next = in.read();
    }
    int c = next;
    next = c < 0 ? c : in.read();
    return switch (c) {
      case -1 -> Kind.END;
      case '{' -> Kind.OPEN;
      case '}' -> Kind.CLOSE;
      case '\\' -> control();
      default -> {
        value = c;
        yield Kind.BYTE;
      }
    };
  }

  /** The control word or sign, without its backslash. */
  String word() {
    return word;
  }

  /** Its number; {@code otherwise} if it has none. */
  int parameter(int otherwise) {
    return hasParameter ? parameter : otherwise;
  }

  /** The byte of text, from 0 to 255. */
  int value() {
    return value;
  }

  /** Skips binary data. */
  void skip(long bytes) throws IOException {
    for (long i = 0; i < bytes && next >= 0; i++) {
      next = in.read();
    }
  }

  private Kind control() throws IOException {
    hasParameter = false;
    if (next == '\'') {
      next = in.read();
      int high = hexDigit();
      int low = hexDigit();
      value = high << 4 | low;
      return high < 0 || low < 0 ? next() : Kind.BYTE;
    }
    if (!isLetter(next)) {
      word = next < 0 ? "" : String.valueOf((char) next);
      boolean isLineBreak = next == '\r' || next == '\n';
      word = isLineBreak ? "par" : word;
      next = in.read();
      return Kind.CONTROL;
    }
    StringBuilder letters = new StringBuilder();
    while (isLetter(next)) {
      if (letters.length() < LONGEST_WORD) {
        letters.append((char) next);
      }
      next = in.read();
    }
    word = letters.toString();
    readParameter();
    if (next == ' ') {
      next = in.read();
    }
    return Kind.CONTROL;
  }

  private void readParameter() throws IOException {
    boolean isNegative = next == '-';
    if (isNegative) {
      next = in.read();
    }
    long number = 0;
    while (next >= '0' && next <= '9') {
      hasParameter = true;
      number = Math.min(number * 10 + next - '0', Integer.MAX_VALUE);
      next = in.read();
    }
    parameter = (int) (isNegative ? -number : number);
  }

  private int hexDigit() throws IOException {
    int digit = next < 0 ? -1 : Character.digit(next, 16);
    if (digit >= 0) {
      next = in.read();
    }
    return digit;
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
