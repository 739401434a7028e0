package broadsheet.corpus.pdf;

/**
 * A rectangle on a page, in points from its upper left corner. Immutable.
 *
 * @param left less than {@code right}
 * @param top less than {@code bottom}
 */
record Bounds(double left, double top, double right, double bottom) {
  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  double middle() {
    return (top + bottom) / 2;
  }

  /** The horizontal overlap of the two; if negative, the distance between them. */
  double overlapInX(Bounds other) {
    return Math.min(right, other.right) - Math.max(left, other.left);
  }

  /** The vertical overlap of the two; if negative, the distance between them. */
  double overlapInY(Bounds other) {
    return Math.min(bottom, other.bottom) - Math.max(top, other.top);
  }

  /** Whether half of the lower of the two is beside the other. */
  boolean isBeside(Bounds other) {
    return overlapInY(other) > 0.5 * Math.min(height(), other.height());
  }

  Bounds with(Bounds other) {
    return new Bounds(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }
}
