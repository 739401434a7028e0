package broadsheet.query;

import broadsheet.query.token.Characters;
import broadsheet.query.token.Quotes;
import java.util.regex.Pattern;

/**
 * Distinguishes pasted text from a query. In a pasted paragraph, a word in capitals is stressed
 * rather than an operator. Stateless.
 */
final class RunningText {

  /** A shorter text is a query, with any punctuation. */
  private static final int FEWEST_WORDS = 12;

  /**
   * A word with a capital may be an abbreviation, as in {@code Sen. Smith}; an exclamation mark
   * after a number may be meant as a wildcard.
   */
  private static final Pattern LAST_OF_SENTENCE =
      Pattern.compile("\\p{Ll}{3,}[.!?]{1,9}|\\d{2,}\\.");

  private static final int LONGEST = 40;

  private RunningText() {}

  /**
   * Whether a text has a dozen words or more and, outside quotes, the end of one sentence and the
   * start of the next. Never true for the canonical text of a query, whose words do not end in a
   * full stop.
   */
  static boolean is(String text) {
    int words = 0;
    boolean isAfterSentence = false;
    boolean isAfterExclamation = false;
    boolean hasSentences = false;
    int at = 0;
    while (at < text.length() && !(hasSentences && words >= FEWEST_WORDS)) {
      if (Quotes.opensAt(text, at)) {
        int close = Quotes.closeOf(text, at);
        at = close < 0 ? text.length() : close + 1;
        isAfterSentence = false;
      } else if (Characters.isBlank(text.charAt(at)) || Quotes.isAt(text, at)) {
        at++;
      } else {
        int end = endOfWord(text, at);
        words++;
        hasSentences |= isAfterSentence && startsSentence(text, at, end, isAfterExclamation);
        isAfterSentence = endsSentence(text, at, end);
        isAfterExclamation = text.charAt(end - 1) == '!';
        at = end;
      }
    }
    return hasSentences && words >= FEWEST_WORDS;
  }

  private static int endOfWord(String text, int start) {
    int end = start;
    while (end < text.length()
        && !Characters.isBlank(text.charAt(end))
        && !Quotes.isAt(text, end)) {
      end++;
    }
    return end;
  }

  /** An operator after an exclamation mark joins a truncated word: {@code explo! AND bomb!} */
  private static boolean startsSentence(
      String text, int start, int end, boolean isAfterExclamation) {
    return Character.isUpperCase(text.charAt(start))
        && !(isAfterExclamation && Operators.named(text.substring(start, end)).isPresent());
  }

  private static boolean endsSentence(String text, int start, int end) {
    return end - start <= LONGEST && LAST_OF_SENTENCE.matcher(text).region(start, end).matches();
  }
}
