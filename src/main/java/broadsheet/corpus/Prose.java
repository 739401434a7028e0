package broadsheet.corpus;

import java.util.regex.Pattern;

/** Tells prose from tables, lists and code by its characters. */
final class Prose {
  private static final double LETTERS_AND_BLANKS = 0.9;
  private static final int FEWEST_WORDS = 8;
  private static final Pattern WORD_LINE = Pattern.compile("[\\p{IsLatin}\\d_.&'-]{1,30}");

  private Prose() {}

  /** Whether this can hardly be anything but prose, whatever the file is called. */
  static boolean isCertain(String text) {
    long plain = text.codePoints().filter(Prose::isLetterOrBlank).count();
    long blanks = text.chars().filter(c -> c == ' ').count();
    return plain >= LETTERS_AND_BLANKS * text.codePoints().count()
        && blanks >= FEWEST_WORDS
        && !isTable(text);
  }

  /** Whether it has fewer letters than digits and signs. */
  static boolean isTable(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long signs = text.codePoints().filter(c -> c > ' ' && !isLetterOrBlank(c)).count();
    return letters < signs;
  }

  /** Whether there are several lines, each a single word. */
  static boolean isWordList(String text) {
    var lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    return lines.size() > 1 && lines.stream().allMatch(l -> WORD_LINE.matcher(l).matches());
  }

  private static boolean isLetterOrBlank(int c) {
    return Character.isLetter(c)
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }
}
