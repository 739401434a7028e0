package broadsheet.article;

/**
 * A rectangle on a page, in shares of the page's width and height: 0 is its left or upper edge, 1
 * its right or lower edge. Immutable.
 */
public record Box(double left, double top, double width, double height) implements Place {

  /**
   * @throws IllegalArgumentException if it is not within the page
   */
  public Box {
    boolean isInside =
        left >= 0
            && top >= 0
            && width >= 0
            && height >= 0
            && left + width <= 1.001
            && top + height <= 1.001;
    if (!isInside) {
      throw new IllegalArgumentException(
          "not on the page: " + left + " " + top + " " + width + " " + height);
    }
  }

  /** The part of this rectangle, given by any numbers, that is on the page. */
  public static Box onPage(double left, double top, double right, double bottom) {
    double from = share(left);
    double down = share(top);
    return new Box(from, down, Math.max(0, share(right) - from), Math.max(0, share(bottom) - down));
  }

  private static double share(double value) {
    return value > 0 ? Math.min(1, value) : 0;
  }

  public double right() {
    return left + width;
  }

  public double bottom() {
    return top + height;
  }

  /** The smallest rectangle around both. */
  public Box and(Box other) {
    return onPage(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right(), other.right()),
        Math.max(bottom(), other.bottom()));
  }
}
