package broadsheet.corpus.text;

import java.util.List;
import java.util.regex.Pattern;

/** Distinguishes prose from tables, lists and code by its characters. */
public final class Prose {
  private static final double LETTERS_AND_BLANKS = 0.9;
  private static final int FEWEST_WORDS = 8;
  private static final Pattern WORD_LINE = Pattern.compile("[\\p{IsLatin}\\d_.&'-]{1,30}");

  private static final Pattern CODE_LINE =
      Pattern.compile(
          ".*[{}=_<>\\[\\]$|\\\\].*|.*(?:;|\\):)|(?:\\$|#|//|--|>>>|/?\\*) .*|[\\w.]+\\(.*\\)");

  private Prose() {}

  /** Whether this can hardly be anything but prose, whatever its file is called. */
  public static boolean isCertain(String text) {
    Characters c = Characters.of(text);
    return c.letters() + c.blanks() >= LETTERS_AND_BLANKS * c.total()
        && c.blanks() >= FEWEST_WORDS
        && c.letters() >= c.signs();
  }

  /** Whether it has fewer letters than digits and signs. */
  public static boolean isTable(String text) {
    Characters c = Characters.of(text);
    return c.letters() < c.signs();
  }

  /** Whether it has several lines, each a single word. */
  public static boolean isWordList(String text) {
    var lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    return lines.size() > 1 && lines.stream().allMatch(l -> WORD_LINE.matcher(l).matches());
  }

  /** Whether most lines have the signs of a program. */
  static boolean isCode(List<String> lines) {
    List<String> printed = lines.stream().map(String::strip).filter(l -> !l.isEmpty()).toList();
    long code = printed.stream().filter(l -> CODE_LINE.matcher(l).matches()).count();
    return code * 2 > printed.size();
  }

  /**
   * The number of characters of each kind in a text; signs are digits, punctuation and the rest.
   */
  private record Characters(int letters, int blanks, int signs) {
    static Characters of(String text) {
      int letters = 0;
      int blanks = 0;
      int signs = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (isLetter(c)) {
          letters++;
        } else if (CleanText.isBlank(c)) {
          blanks++;
        } else if (c > ' ') {
          signs++;
        }
      }
      return new Characters(letters, blanks, signs);
    }

    int total() {
      return letters + blanks + signs;
    }

    /** Includes vowel signs, and surrogate halves of rarer letters. */
    private static boolean isLetter(char c) {
      return Character.isLetter(c)
          || (c > '~'
              && (Character.isSurrogate(c)
                  || Character.getType(c) == Character.NON_SPACING_MARK
                  || Character.getType(c) == Character.COMBINING_SPACING_MARK));
    }
  }
}
