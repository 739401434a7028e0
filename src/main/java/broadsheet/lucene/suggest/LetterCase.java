package broadsheet.lucene.suggest;

import java.util.Locale;

/** Writes a word in the case of another. Stateless. */
final class LetterCase {
  private LetterCase() {}

  /** A word in capitals or with a capital, where the typed word is. */
  static String of(String typed, String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    if (typed.length() > 1 && typed.equals(typed.toUpperCase(Locale.ROOT))) {
      return upper;
    }
    int end = word.offsetByCodePoints(0, 1);
    return Character.isUpperCase(typed.codePointAt(0))
        ? word.substring(0, end).toUpperCase(Locale.ROOT) + word.substring(end)
        : word;
  }
}
