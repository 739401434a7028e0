package broadsheet.scan.draw;

import broadsheet.worker.ParseRefusal;

/** Decides at which resolution a JPEG 2000 image is decoded, within limits. Stateless. */
final class Jpeg2000Size {
  /** The most that OpenJPEG takes for the samples it decodes, four bytes each. */
  private static final double MOST_BYTES = 320 << 20;

  private Jpeg2000Size() {}

  /**
   * Refuses an image whose header promises too much.
   *
   * @throws ParseRefusal if it has too many pixels
   */
  static void check(Jpeg2000Header image) throws ParseRefusal {
    if ((double) image.width() * image.height() > ImageTask.MOST_PIXELS) {
      throw ParseRefusal.failed("has too many pixels to be drawn", size(image));
    }
  }

  private static String size(Jpeg2000Header image) {
    return image.width() + " by " + image.height();
  }

  /**
   * The number of times that width and height are halved while an image is decoded.
   *
   * @param most no more than that often, unless memory wants it
   * @throws ParseRefusal if it would take too much memory
   */
  static int halvings(Jpeg2000Header image, int most) throws ParseRefusal {
    int halvings = Math.min(most, image.levels());
    while (pixels(image, halvings) * image.components() * Integer.BYTES > MOST_BYTES) {
      if (halvings == image.levels()) {
        throw ParseRefusal.failed("has too many pixels to be decoded", size(image));
      }
      halvings++;
    }
    return halvings;
  }

  /** The pixels of the halved image, rounded up. */
  static double pixels(Jpeg2000Header image, int halvings) {
    return side(image.width(), halvings) * side(image.height(), halvings);
  }

  private static double side(long pixels, int halvings) {
    return Math.ceil(Math.scalb((double) pixels, -halvings)) + 1;
  }
}
