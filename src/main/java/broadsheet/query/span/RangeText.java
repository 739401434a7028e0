package broadsheet.query.span;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A range as typed. A single value is the range from itself to itself.
 *
 * @param lower empty for no lower end
 * @param includesLower whether the lower end is included
 * @param upper empty for no upper end
 * @param includesUpper whether the upper end is included
 */
public record RangeText(
    Optional<String> lower, boolean includesLower, Optional<String> upper, boolean includesUpper) {
  private static final String END = "([\\p{L}\\p{N}.*/-]{1,30})";
  private static final Pattern BRACKETED =
      Pattern.compile("([\\[{]) {0,5}" + END + " {1,5}TO {1,5}" + END + " {0,5}([\\]}])");
  private static final Pattern OPEN_BRACKETED =
      Pattern.compile("[\\[{] {0,5}\\*{1,5} {0,5}(?i:TO|\\.\\.) {0,5}\\*{1,5} {0,5}[\\]}]");
  private static final Pattern OPEN = Pattern.compile("[<>]?=?\\*+(?:\\.\\.\\**+)?|\\.\\.\\*++");

  /** The open range in brackets. */
  public static final String WITHOUT_ENDS = "[* TO *]";

  public static final String DOTS = "..";

  /** The range in brackets at a position of the query; empty when there is none. */
  public static Optional<String> bracketedAt(String query, int start) {
    return Stream.of(OPEN_BRACKETED, BRACKETED)
        .map(form -> form.matcher(query).region(start, query.length()))
        .filter(Matcher::lookingAt)
        .map(Matcher::group)
        .findFirst();
  }

  /** Reads {@code [a TO b]}, with either kind of bracket at either end. */
  public static RangeText bracketed(String typed) {
    if (OPEN_BRACKETED.matcher(typed).matches()) {
      return new RangeText(Optional.empty(), true, Optional.empty(), true);
    }
    Matcher matcher = BRACKETED.matcher(typed);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a range in brackets: '" + typed + "'");
    }
    return new RangeText(
        end(matcher.group(2)),
        matcher.group(1).equals("["),
        end(matcher.group(3)),
        matcher.group(4).equals("]"));
  }

  /** Reads {@code a..b}, {@code >a}, {@code >=a}, {@code <a}, {@code <=a} or a single value. */
  public static RangeText of(String typed) {
    int dots = typed.indexOf(DOTS);
    if (dots >= 0) {
      String upper = typed.substring(dots + DOTS.length());
      return new RangeText(end(typed.substring(0, dots)), true, end(upper), true);
    }
    boolean isInclusive = typed.startsWith("=", 1);
    String value = typed.substring(Math.min(typed.length(), isInclusive ? 2 : 1));
    if (typed.startsWith(">")) {
      return new RangeText(end(value), isInclusive, Optional.empty(), true);
    }
    if (typed.startsWith("<")) {
      return new RangeText(Optional.empty(), true, end(value), isInclusive);
    }
    return new RangeText(end(typed), true, end(typed), true);
  }

  /**
   * Whether a text without brackets is a range with no end: {@code *}, {@code *..*}, {@code >=*}.
   */
  public static boolean isOpen(String typed) {
    return OPEN.matcher(typed).matches();
  }

  /** Whether both ends are open. */
  public boolean isOpen() {
    return lower.isEmpty() && upper.isEmpty();
  }

  /** The typed ends as one word, for ends that are not valid. */
  public String asWord() {
    return lower.orElse("") + DOTS + upper.orElse("");
  }

  private static Optional<String> end(String typed) {
    return typed.chars().allMatch(c -> c == '*') ? Optional.empty() : Optional.of(typed);
  }
}
