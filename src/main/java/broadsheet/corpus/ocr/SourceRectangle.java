package broadsheet.corpus.ocr;

/** A rectangle on a page in the source's own unit, from the page's upper left corner. Immutable. */
record SourceRectangle(double left, double top, double width, double height) {
  /** A place that is not stated. */
  static final SourceRectangle NONE = new SourceRectangle(0, 0, 0, 0);

  static SourceRectangle between(double left, double top, double right, double bottom) {
    return new SourceRectangle(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  /** The smallest rectangle around both; {@link #NONE} adds nothing. */
  SourceRectangle and(SourceRectangle other) {
    if (equals(NONE) || other.equals(NONE)) {
      return equals(NONE) ? other : this;
    }
    return between(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right(), other.right()),
        Math.max(bottom(), other.bottom()));
  }
}
