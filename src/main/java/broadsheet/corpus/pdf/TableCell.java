package broadsheet.corpus.pdf;

import java.util.ArrayList;
import java.util.List;

/** Tells cells of tables from running text. Stateless. */
final class TableCell {
  private static final int LONGEST_NUMBER = 24;

  /** Fewer lines are running text only if one is long or ends with a hyphen. */
  private static final int FEWEST_LINES = 4;

  private static final int LETTERS_IN_LINE = 12;
  private static final int LONG_LINE = 40;

  /** The share of the lines of running text, below the first, that begin within a sentence. */
  private static final double WITHIN_SENTENCE = 0.3;

  /** The weight of a line that begins within a word. */
  private static final int BROKEN = 2;

  private TableCell() {}

  /** Whether a line is a number, with its unit or not. */
  static boolean isNumber(Line line) {
    int digits = 0;
    int letters = 0;
    int length = 0;
    for (Word word : line.words()) {
      String text = word.text();
      length += text.length();
      if (length > LONGEST_NUMBER) {
        return false;
      }
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        digits += Character.isDigit(c) ? 1 : 0;
        letters += Character.isLetter(c) ? 1 : 0;
      }
    }
    return digits > 0 && letters <= digits;
  }

  /** Whether the lines of a block go on from each to the next. */
  static boolean isRunningText(TextBlock block) {
    List<Line> lines = block.lines();
    int letters = 0;
    int longest = 0;
    int within = 0;
    boolean isBroken = false;
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).text();
      int inLine = letters(text);
      letters += inLine;
      longest = Math.max(longest, isBroken ? LONG_LINE : inLine);
      int weight = isBroken ? BROKEN : 1;
      within += i > 0 && startsSmall(text) ? weight : 0;
      isBroken = PageText.isHyphenated(text);
    }
    boolean isLong =
        lines.size() < FEWEST_LINES
            ? longest >= LONG_LINE
            : letters >= LETTERS_IN_LINE * lines.size();
    return lines.size() > 1 && isLong && within >= WITHIN_SENTENCE * (lines.size() - 1);
  }

  /** The lines that end within a word, and those that it ends on. */
  static List<Line> brokenLines(TextBlock block) {
    List<Line> broken = new ArrayList<>();
    for (int i = 1; i < block.lines().size(); i++) {
      Line above = block.lines().get(i - 1);
      Line line = block.lines().get(i);
      if (PageText.isHyphenated(above.text()) && startsSmall(line.text())) {
        broken.add(above);
        broken.add(line);
      }
    }
    return broken;
  }

  private static int letters(String text) {
    return (int) text.chars().filter(Character::isLetter).count();
  }

  /** Whether a text begins within a sentence; a script without capitals may do so anywhere. */
  static boolean startsSmall(String text) {
    if (text.isEmpty()) {
      return false;
    }
    int first = text.codePointAt(0);
    return Character.isLetter(first)
        && !Character.isUpperCase(first)
        && !Character.isTitleCase(first);
  }
}
