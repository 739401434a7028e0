package broadsheet.scan.draw;

/** Computes the size at which scans are drawn. Stateless. */
public final class DrawnSize {
  /** Small pages of PDFs are not drawn larger than this: 300 dots an inch. */
  private static final double LARGEST_SCALE = 300 / 72.0;

  private static final double MOST_PIXELS = 20_000_000;

  private DrawnSize() {}

  /**
   * The factor by which an image is drawn smaller: a whole number, so that its pixels stay sharp.
   */
  public static int factor(int width, int wanted) {
    return Math.max(1, Math.round((float) width / wanted));
  }

  /**
   * The number of pixels drawn for a point of a PDF.
   *
   * @param width the width of the page in points, more than 0
   * @param height the height of the page in points, more than 0
   */
  public static double scale(double width, double height, double wanted) {
    double scale = Math.min(LARGEST_SCALE, wanted / width);
    return Math.min(scale, Math.sqrt(MOST_PIXELS / (width * height)));
  }
}
