package broadsheet.lucene.mark;

/** Finds a headline again at the beginning of a text. Stateless. */
final class RepeatedHeadline {

  private RepeatedHeadline() {}

  /**
   * The offset of the first letter or digit of a text after the headline, with which it begins
   * whatever the capitals and punctuation; 0 if it begins otherwise.
   */
  static int end(String text, String headline) {
    int at = next(text, 0);
    int begin = next(headline, 0);
    for (int in = begin; in < headline.length(); in = next(headline, in + 1)) {
      if (at == text.length() || !isSame(text.charAt(at), headline.charAt(in))) {
        return 0;
      }
      at = next(text, at + 1);
    }
    return begin == headline.length() ? 0 : at;
  }

  private static boolean isSame(char one, char other) {
    return one == other || Character.toLowerCase(one) == Character.toLowerCase(other);
  }

  /** The next letter or digit; those of two units are compared by unit. */
  private static int next(String text, int from) {
    int at = from;
    while (at < text.length() && !isOfWord(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isOfWord(char unit) {
    return Character.isLetterOrDigit(unit) || Character.isSurrogate(unit);
  }
}
