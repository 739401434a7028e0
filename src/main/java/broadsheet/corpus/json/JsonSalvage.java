package broadsheet.corpus.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.StringWriter;
import java.util.regex.Pattern;

/**
 * Finds where to continue after broken JSON: at the next object that begins with the same field as
 * the records before it. Not thread-safe.
 */
final class JsonSalvage {
  /** Number of characters that can be put back: the parser's read-ahead and a field. */
  static final int PUSHED_BACK = 32 * 1024;

  private static final int MOST_BLANKS = 200;

  private final PushbackReader in;
  private String firstField = "";

  JsonSalvage(PushbackReader in) {
    this.in = in;
  }

  /** Notes the field that records begin with. */
  void begins(String field) {
    firstField = field;
  }

  /** The field that records begin with; empty before the first. */
  String firstField() {
    return firstField;
  }

  /** The outlook for the rest of the file, as the end of a sentence. */
  String outlook() {
    return firstField.isEmpty()
        ? "; the rest of the file is lost"
        : "; resumed at the next object that begins with \"" + firstField + "\"";
  }

  /** Puts back the parser's read-ahead. */
  void giveBack(JsonParser parser) throws IOException {
    StringWriter ahead = new StringWriter();
    parser.releaseBuffered(ahead);
    in.unread(ahead.toString().toCharArray());
  }

  /** Moves to the beginning of the next record; false if there is none. */
  boolean seek() throws IOException {
    if (firstField.isEmpty()) {
      return false;
    }
    Pattern beginning = Pattern.compile("\\s*\"" + Pattern.quote(firstField) + "\"\\s*:");
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '{' && beginning.matcher(ahead()).lookingAt()) {
        in.unread('{');
        return true;
      }
    }
    return false;
  }

  private String ahead() throws IOException {
    char[] chars = new char[Math.min(firstField.length(), PUSHED_BACK / 2) + MOST_BLANKS];
    int length = 0;
    int read = in.read(chars, 0, chars.length);
    while (read > 0) {
      length += read;
      read = length < chars.length ? in.read(chars, length, chars.length - length) : 0;
    }
    in.unread(chars, 0, length);
    return new String(chars, 0, length);
  }
}
