package broadsheet.corpus.print;

import broadsheet.corpus.ocr.OcrBlock;
import broadsheet.corpus.ocr.OcrPage;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Recognizes a heading by its larger type. Stateless. */
final class LargeType {
  /** The size of large type, relative to the usual line of the page. */
  private static final double LARGER = 1.4;

  private static final int MOST_LINES = 3;
  private static final int MOST_WORDS = 20;

  private static final int FEWEST_LETTERS = 4;

  /** The share of letters among the signs of a heading. */
  private static final double LEGIBLE = 0.7;

  private LargeType() {}

  /** Whether the first block of a page is a heading over the others. */
  static boolean isHeading(OcrPage page) {
    List<OcrBlock> blocks = page.blocks();
    if (blocks.size() < 2) {
      return false;
    }
    OcrBlock first = blocks.getFirst();
    int words = first.lines().stream().mapToInt(List::size).sum();
    return first.lines().size() <= MOST_LINES
        && words <= MOST_WORDS
        && isLegible(first)
        && median(heights(first))
            >= LARGER * median(blocks.stream().skip(1).flatMapToDouble(LargeType::heights));
  }

  /** Ornaments and dirt are recognized as signs of all kinds. */
  private static boolean isLegible(OcrBlock block) {
    int[] signs =
        block.lines().stream()
            .flatMap(List::stream)
            .flatMapToInt(w -> w.text().codePoints())
            .toArray();
    long letters = IntStream.of(signs).filter(Character::isLetter).count();
    return letters >= FEWEST_LETTERS && letters >= LEGIBLE * signs.length;
  }

  private static DoubleStream heights(OcrBlock block) {
    return block.lines().stream().flatMap(List::stream).mapToDouble(word -> word.box().height());
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }
}
