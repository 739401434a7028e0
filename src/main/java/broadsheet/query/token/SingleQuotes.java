package broadsheet.query.token;

import java.util.Locale;
import java.util.Set;

/**
 * Recognizes single quotation marks around several words. Around one word, and wherever else they
 * may be apostrophes, they mean nothing. Stateless.
 */
public final class SingleQuotes {

  /** A longer text in single quotes is unlikely. */
  private static final int LONGEST = 200;

  /** Words that begin with an apostrophe. */
  private static final Set<String> ELIDED =
      Set.of("tis", "twas", "til", "till", "em", "cause", "cos", "n", "round", "bout");

  private SingleQuotes() {}

  /** The position of the closing mark of a quote that opens here; -1 if none does. */
  public static int closeOf(String text, int opening) {
    if ("'‘‚".indexOf(text.charAt(opening)) < 0 || isElided(text, opening + 1)) {
      return -1;
    }
    boolean hasBlank = false;
    int end = Math.min(text.length(), opening + LONGEST);
    for (int at = opening + 1; at < end; at++) {
      char c = text.charAt(at);
      if (closes(text, at)) {
        return hasBlank ? at : -1;
      }
      if ("()[]{}|".indexOf(c) >= 0 || Quotes.isAt(text, at)) {
        return -1;
      }
      hasBlank |= Characters.isBlank(c);
    }
    return -1;
  }

  /** Whether there is no letter, or a shortened word: {@code 'tis}, {@code '90s}. */
  private static boolean isElided(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end == start || ELIDED.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  private static boolean closes(String text, int at) {
    boolean isMark = "'’‘".indexOf(text.charAt(at)) >= 0;
    return isMark && !Characters.isBlank(text.charAt(at - 1)) && endsAt(text, at + 1);
  }

  private static boolean endsAt(String text, int at) {
    return at == text.length()
        || Characters.endsWord(text.charAt(at))
        || ",.;:!?~^".indexOf(text.charAt(at)) >= 0;
  }
}
