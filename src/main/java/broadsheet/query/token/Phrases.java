package broadsheet.query.token;

/** Normalizes the text between quotes. */
public final class Phrases {
  private Phrases() {}

  /** The text without inner quotes, its words separated by single blanks. */
  public static String normal(String inner) {
    String plain = Quotes.without(inner);
    StringBuilder normal = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      boolean isBlank = Characters.isBlank(plain.charAt(i));
      if (!isBlank) {
        normal.append(plain.charAt(i));
      } else if (!normal.isEmpty() && normal.charAt(normal.length() - 1) != ' ') {
        normal.append(' ');
      }
    }
    return normal.toString().stripTrailing();
  }

  /** The number of words in a normalized text. */
  public static int wordCount(String normal) {
    return 1 + (int) normal.chars().filter(c -> c == ' ').count();
  }

  /** The beginning of a normalized text, limited in words and characters. */
  public static String cut(String normal, int words, int length) {
    int end = -1;
    for (int word = 0; word < words; word++) {
      end = normal.indexOf(' ', end + 1);
      if (end < 0) {
        return ended(Characters.cut(normal, length));
      }
    }
    return ended(Characters.cut(normal.substring(0, end), length));
  }

  /**
   * Completes a cut text: a quotation mark inside a Hebrew word would close the phrase if it came
   * last.
   */
  private static String ended(String cut) {
    int end = cut.length();
    while (end > 0 && (cut.charAt(end - 1) == '"' || Characters.isBlank(cut.charAt(end - 1)))) {
      end--;
    }
    return cut.substring(0, end);
  }
}
