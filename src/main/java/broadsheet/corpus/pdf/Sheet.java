package broadsheet.corpus.pdf;

import broadsheet.article.Box;

/**
 * A page in its reading direction. Immutable.
 *
 * @param width from left to right, in points
 * @param height from top to bottom, in points
 * @param turns the number of quarter turns clockwise for display, 0 to 3
 */
record Sheet(double width, double height, int turns) {

  /** A place on it, as a share of the displayed page. */
  Box share(Bounds place) {
    double left = place.left() / width;
    double top = place.top() / height;
    double right = place.right() / width;
    double bottom = place.bottom() / height;
    return switch (turns) {
      case 1 -> Box.onPage(1 - bottom, left, 1 - top, right);
      case 2 -> Box.onPage(1 - right, 1 - bottom, 1 - left, 1 - top);
      case 3 -> Box.onPage(top, 1 - right, bottom, 1 - left);
      default -> Box.onPage(left, top, right, bottom);
    };
  }

  /** Its width when it is shown. */
  double shownWidth() {
    return turns % 2 == 0 ? width : height;
  }

  /** Its height when it is shown. */
  double shownHeight() {
    return turns % 2 == 0 ? height : width;
  }
}
