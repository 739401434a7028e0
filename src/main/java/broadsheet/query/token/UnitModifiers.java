package broadsheet.query.token;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The modifiers that directly follow a quote or a bracket: {@code ~3^2}.
 *
 * @param slop 0 for none
 * @param boost 1 for none
 * @param end the position after the modifiers
 */
public record UnitModifiers(int slop, float boost, int end) {
  static final int LARGEST_SLOP = 100;

  private static final Pattern TILDE = Pattern.compile("~(\\d*+)");
  private static final Pattern CARET = Pattern.compile("\\^(\\d++(?:\\.\\d++)?+)");

  /** Reads the modifiers at a position of the query; only a phrase may have a slop. */
  public static UnitModifiers at(String query, int start, Token.Kind kind, Notes notes) {
    UnitModifiers modifiers = new UnitModifiers(0, Boost.NONE, start);
    while (modifiers.end < query.length()) {
      Matcher tilde = TILDE.matcher(query).region(modifiers.end, query.length());
      Matcher caret = CARET.matcher(query).region(modifiers.end, query.length());
      if (tilde.lookingAt()) {
        modifiers =
            new UnitModifiers(slop(kind, tilde.group(1), notes), modifiers.boost, tilde.end());
      } else if (caret.lookingAt()) {
        float boost = Boost.product(modifiers.boost, Boost.of(caret.group(1)));
        modifiers = new UnitModifiers(modifiers.slop, boost, caret.end());
      } else {
        return modifiers;
      }
    }
    return modifiers;
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
