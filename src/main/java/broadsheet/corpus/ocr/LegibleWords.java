package broadsheet.corpus.ocr;

import java.util.List;

/**
 * Counts the words of a page that were recognized with some confidence. Photographs and drawings
 * give words, too, but hardly any such. Stateless.
 */
public final class LegibleWords {
  private static final double CONFIDENT = 0.6;
  private static final int FEWEST_LETTERS = 2;

  private LegibleWords() {}

  public static long count(OcrPage page) {
    return page.blocks().stream()
        .flatMap(block -> block.lines().stream())
        .flatMap(List::stream)
        .filter(LegibleWords::isLegible)
        .count();
  }

  private static boolean isLegible(OcrWord word) {
    return word.confidence() >= CONFIDENT
        && word.text().codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS;
  }
}
