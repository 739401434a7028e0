package broadsheet.corpus.pdf;

/**
 * A printed character, or several that are printed as one. Immutable.
 *
 * @param text what it stands for, perhaps blank
 * @param left in points from the left edge of the page
 * @param baseline in points from its upper edge
 * @param size of its font, in points
 * @param space how wide a blank of its font is, in points; 0 if that is unknown
 */
record Glyph(String text, double left, double baseline, double width, double size, double space) {
  private static final double ABOVE = 0.75;
  private static final double BELOW = 0.22;
  private static final double SMALLEST_GAP = 0.1;
  private static final double USUAL_GAP = 0.15;
  private static final double LARGEST_GAP = 0.18;

  double right() {
    return left + width;
  }

  /** The widest gap within a word: half a blank, within reason. */
  double gapInWord() {
    double half = space > 0 ? space / 2 : USUAL_GAP * size;
    return Math.max(SMALLEST_GAP * size, Math.min(LARGEST_GAP * size, half));
  }

  boolean isBlank() {
    return text.isBlank();
  }

  Bounds box() {
    return new Bounds(left, baseline - ABOVE * size, right(), baseline + BELOW * size);
  }
}
