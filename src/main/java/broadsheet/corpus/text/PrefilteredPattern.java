package broadsheet.corpus.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A regular expression with a literal prefilter, for patterns that most texts lack: every match
 * contains one of the literals. A literal is found many times faster than a pattern is tried at
 * each character. Immutable.
 */
public final class PrefilteredPattern {
  private final Pattern pattern;
  private final boolean isAnyCase;
  private final List<String> literals;

  private PrefilteredPattern(Pattern pattern, boolean isAnyCase, List<String> literals) {
    this.pattern = pattern;
    this.isAnyCase = isAnyCase;
    this.literals = literals;
  }

  /** A pattern whose matches contain one of these literals as they are. */
  public static PrefilteredPattern of(String regex, String... literals) {
    return new PrefilteredPattern(Pattern.compile(regex), false, List.of(literals));
  }

  /**
   * A pattern whose matches contain one of these literals in lower or upper case.
   *
   * @param regex is compiled with {@link Pattern#CASE_INSENSITIVE}
   * @param literals in lower case
   */
  public static PrefilteredPattern ofAnyCase(String regex, String... literals) {
    Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    return new PrefilteredPattern(pattern, true, List.of(literals));
  }

  /** Whether a text contains a match. */
  public boolean isIn(String text) {
    return literals.stream().anyMatch(literal -> has(text, literal))
        && pattern.matcher(text).find();
  }

  private boolean has(String text, String literal) {
    char first = literal.charAt(0);
    char upper = Character.toUpperCase(first);
    return isAnyCase
        ? has(text, literal, first) || (upper != first && has(text, literal, upper))
        : text.contains(literal);
  }

  /** Whether a text has a literal in any case that begins with this character. */
  private static boolean has(String text, String literal, char first) {
    int at = text.indexOf(first);
    while (at >= 0 && !text.regionMatches(true, at, literal, 0, literal.length())) {
      at = text.indexOf(first, at + 1);
    }
    return at >= 0;
  }
}
