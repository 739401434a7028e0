package broadsheet.corpus.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Widens the glyphs of a text that was printed with space between its letters, as programs for OCR
 * do to make a word as wide as its picture. The space between most letters is no space between
 * words.
 */
final class LetterSpacing {
  /** Less space than this part of the size is kerning. */
  private static final double SMALLEST = 0.05;

  /** More is space between words that are one letter each. */
  private static final double LARGEST = 0.6;

  private LetterSpacing() {}

  /** The same glyphs, each as wide as the distance to the next usually is. */
  static List<Glyph> without(List<Glyph> run) {
    double usual = usualGap(run);
    double size = run.getFirst().size();
    if (usual < SMALLEST * size || usual > LARGEST * size) {
      return List.copyOf(run);
    }
    return run.stream()
        .map(
            g -> new Glyph(g.text(), g.left(), g.baseline(), g.width() + usual, g.size(), g.size()))
        .toList();
  }

  /** The median of the gaps between the glyphs of a line; 0 if there are none. */
  private static double usualGap(List<Glyph> run) {
    List<Double> gaps = new ArrayList<>();
    for (int i = 1; i < run.size(); i++) {
      Glyph before = run.get(i - 1);
      Glyph glyph = run.get(i);
      boolean isInLine = Math.abs(glyph.baseline() - before.baseline()) < 0.1 * glyph.size();
      if (isInLine && !glyph.isBlank() && !before.isBlank() && glyph.left() > before.left()) {
        gaps.add(glyph.left() - before.right());
      }
    }
    gaps.sort(null);
    return gaps.isEmpty() ? 0 : gaps.get(gaps.size() / 2);
  }
}
