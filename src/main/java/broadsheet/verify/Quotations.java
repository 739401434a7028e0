package broadsheet.verify;

import java.util.ArrayList;
import java.util.List;

/** Finds the texts between quotation marks, in the ways in which languages set them. Stateless. */
final class Quotations {

  private static final String DOUBLE = "\"“”„‟«»‹›「」『』《》＂";

  /** For each mark that opens, those that may close. */
  private static final List<String> PAIRS =
      List.of(
          "“”", "„“”", "»«", "«»", "””", "‹›", "›‹", "「」", "『』", "《》", "\"\"", "＂＂", "‘’", "‚‘");

  private static final int LONGEST = 6_000;

  private Quotations() {}

  /** A range of a text, without its marks. */
  record Range(int start, int end) {}

  /** Whether a text has a quotation mark. */
  static boolean isMark(String gap) {
    return gap.chars().anyMatch(c -> DOUBLE.indexOf(c) >= 0)
        || gap.indexOf('‘') >= 0
        || gap.startsWith("’")
        || gap.startsWith("'");
  }

  /** The quotations of a text, in order; none within another. */
  static List<Range> in(String text) {
    List<Range> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = mayOpen(text, at) ? closeOf(text, at) : -1;
      if (end > 0) {
        found.add(new Range(at + 1, end));
        at = end;
      }
      at++;
    }
    return found;
  }

  private static boolean mayOpen(String text, int at) {
    char mark = text.charAt(at);
    if (PAIRS.stream().noneMatch(pair -> pair.charAt(0) == mark)) {
      return false;
    }
    boolean isFree = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    boolean isWord = at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
    boolean isOfScriptWithoutBlanks = "「『《".indexOf(mark) >= 0;
    return isOfScriptWithoutBlanks || (isFree && (isWord || mark == '«'));
  }

  /** The mark that closes; a quotation may go on in the next paragraph, opened anew. */
  private static int closeOf(String text, int open) {
    char mark = text.charAt(open);
    int most = Math.min(text.length(), open + LONGEST);
    for (int at = open + 1; at < most; at++) {
      char next = text.charAt(at);
      if (next == '\n' && !goesOn(text, at, mark)) {
        return at - open > 1 ? at : -1;
      }
      boolean isCloser =
          PAIRS.stream().anyMatch(pair -> pair.charAt(0) == mark && pair.indexOf(next, 1) > 0);
      if (isCloser && closes(text, at, next) && !isOpenedAnew(text, at, next, mark)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean closes(String text, int at, char mark) {
    boolean isBeforeLetter =
        at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    return (mark != '’' && mark != '"' && mark != '‘') || !isBeforeLetter;
  }

  private static boolean isOpenedAnew(String text, int at, char next, char mark) {
    return next == mark && text.charAt(at - 1) == '\n';
  }

  /** Whether the next line opens the same quotation again, or is the same paragraph. */
  private static boolean goesOn(String text, int lineEnd, char mark) {
    int at = lineEnd;
    int lines = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      lines += text.charAt(at) == '\n' ? 1 : 0;
      at++;
    }
    return at < text.length() && (lines == 1 || text.charAt(at) == mark);
  }
}
