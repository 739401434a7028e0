package broadsheet.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marks that directly follow a quote or a bracket: {@code ~3^2}.
 *
 * @param slop 0 for none
 * @param boost 1 for none
 * @param end the position after the marks
 */
record Marks(int slop, float boost, int end) {
  static final int LARGEST_SLOP = 100;

  private static final Pattern TILDE = Pattern.compile("~(\\d*+)");
  private static final Pattern CARET = Pattern.compile("\\^(\\d++(?:\\.\\d++)?+)");

  /** Reads the marks at a position of the query; only a phrase may have a slop. */
  static Marks at(String query, int start, Token.Kind kind, Notes notes) {
    Marks marks = new Marks(0, Boost.NONE, start);
    while (marks.end < query.length()) {
      Matcher tilde = TILDE.matcher(query).region(marks.end, query.length());
      Matcher caret = CARET.matcher(query).region(marks.end, query.length());
      if (tilde.lookingAt()) {
        marks = new Marks(slop(kind, tilde.group(1), notes), marks.boost, tilde.end());
      } else if (caret.lookingAt()) {
        float boost = Boost.product(marks.boost, Boost.of(caret.group(1)));
        marks = new Marks(marks.slop, boost, caret.end());
      } else {
        return marks;
      }
    }
    return marks;
  }

  private static int slop(Token.Kind kind, String digits, Notes notes) {
    if (kind != Token.Kind.PHRASE || digits.isEmpty()) {
      notes.add("`~` goes after a word, or with a number after a phrase; it was left out");
      return 0;
    }
    int slop = digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    if (slop > LARGEST_SLOP) {
      notes.add("a phrase allows at most `~" + LARGEST_SLOP + "`");
    }
    return Math.min(slop, LARGEST_SLOP);
  }
}
