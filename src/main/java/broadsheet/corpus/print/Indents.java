package broadsheet.corpus.print;

import broadsheet.corpus.ocr.OcrWord;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the lines of a column that are indented, because newspapers indent paragraphs. Compares
 * each line with its neighbours, so that a tilted scan does no harm. Immutable.
 */
final class Indents {
  /** Lines before and after that a line is compared with. */
  private static final int NEIGHBOURS = 4;

  private static final int FEWEST_LINES = 4;

  /** An indent in widths of a letter. */
  private static final double LEAST = 1.2;

  private static final double MOST = 8;

  private final double[] lefts;
  private final double letter;

  private Indents(double[] lefts, double letter) {
    this.lefts = lefts;
    this.letter = letter;
  }

  static Indents of(List<List<OcrWord>> lines) {
    double[] lefts = new double[lines.size()];
    double width = 0;
    long letters = 0;
    for (int i = 0; i < lefts.length; i++) {
      lefts[i] = lines.get(i).getFirst().box().left();
      for (OcrWord word : lines.get(i)) {
        width += word.box().width();
        letters += word.text().length();
      }
    }
    return new Indents(lefts, letters == 0 ? 0 : width / letters);
  }

  boolean isIndented(int line) {
    if (lefts.length < FEWEST_LINES) {
      return false;
    }
    int from = Math.max(0, line - NEIGHBOURS);
    double[] near = Arrays.copyOfRange(lefts, from, Math.min(lefts.length, line + NEIGHBOURS + 1));
    Arrays.sort(near);
    double indent = lefts[line] - near[near.length / 3];
    return indent > LEAST * letter && indent < MOST * letter;
  }
}
