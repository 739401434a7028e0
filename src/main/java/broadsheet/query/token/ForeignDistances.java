package broadsheet.query.token;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Distances between words as other tools write them: Google's {@code AROUND(5)}, EBSCO's {@code N5}
 * and {@code W5}, ProQuest's {@code N/5} and {@code P/5}, Westlaw's {@code /5}, {@code /s} and
 * {@code /p}. Stateless.
 */
public final class ForeignDistances {

  /** Larger numbers are seldom distances: {@code N95} is a mask. */
  private static final int MOST_WITHOUT_SLASH = 50;

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("([NW])(\\d{1,2})|([NP])/(\\d{1,4})|/(?:(\\d{1,4})|(?i:([sp])))");
  private static final Pattern CALLED = Pattern.compile("\\((\\d{1,4})\\)");

  private ForeignDistances() {}

  /** The operator that a word means between two others; empty for any other word. */
  public static Optional<String> meant(String word) {
    Matcher matcher = BETWEEN_WORDS.matcher(word);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group(2) != null) {
      int most = Integer.parseInt(matcher.group(2));
      return Optional.of((matcher.group(1).equals("N") ? "NEAR/" : "ADJ/") + most)
          .filter(_ -> most > 0 && most <= MOST_WITHOUT_SLASH);
    }
    if (matcher.group(4) != null) {
      return Optional.of((matcher.group(3).equals("N") ? "NEAR/" : "ADJ/") + matcher.group(4));
    }
    return Optional.of(
        matcher.group(5) == null
            ? "w/" + matcher.group(6).toLowerCase(Locale.ROOT)
            : "NEAR/" + matcher.group(5));
  }

  /** Replaces such words between two units by the operators they mean. */
  public static void read(List<Token> tokens, Notes notes) {
    for (int i = 1; i + 1 < tokens.size(); i++) {
      String typed = tokens.get(i).text();
      if (tokens.get(i).kind() == Token.Kind.WORD
          && tokens.get(mayBeWord(typed) ? i - 1 : leftOf(tokens, i)).kind().endsUnit()
          && tokens.get(i + 1).kind().startsUnit()) {
        int at = i;
        meant(typed)
            .ifPresent(
                operator -> {
                  tokens.set(at, new Token(Token.Kind.PROXIMITY, operator));
                  note(typed, operator, notes);
                });
      }
    }
  }

  private static boolean mayBeWord(String typed) {
    return typed.indexOf('/') < 0;
  }

  /** The index of the token before an operator and its NOT. */
  private static int leftOf(List<Token> tokens, int i) {
    boolean isNegated = i > 1 && tokens.get(i - 1).kind() == Token.Kind.NOT;
    return isNegated ? i - 2 : i - 1;
  }

  private static void note(String typed, String operator, Notes notes) {
    notes.add(
        Notes.quoted(typed)
            + " was read as "
            + Notes.quoted(operator)
            + (mayBeWord(typed) ? "; write " + Notes.quoted("=" + typed) + " for the word" : ""));
  }

  /** The number in parentheses at a position, after a word such as {@code AROUND}. */
  public static Optional<String> numberAfter(String word, String query, int at) {
    boolean isOperator =
        switch (word.toUpperCase(Locale.ROOT)) {
          case "AROUND", "NEAR", "ADJ" -> true;
          default -> false;
        };
    Matcher called = CALLED.matcher(query).region(at, query.length());
    return isOperator && called.lookingAt() ? Optional.of(called.group(1)) : Optional.empty();
  }
}
