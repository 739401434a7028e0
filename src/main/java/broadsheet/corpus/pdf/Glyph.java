package broadsheet.corpus.pdf;

/**
 * A printed character, or several that are printed as one. Immutable.
 *
 * @param text its characters, perhaps blank
 * @param left the distance from the left edge of the page, in points
 * @param baseline the distance from the upper edge of the page, in points
 * @param size the size of its font, in points
 * @param space the width of a blank in its font, in points; 0 if unknown
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
