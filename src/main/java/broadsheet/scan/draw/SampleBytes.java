package broadsheet.scan.draw;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.OutputStream;

/** The samples of an image, a byte each, pixel by pixel. Immutable. */
final class SampleBytes {
  private static final int MOST = 255;
  private static final int RGB = 3;

  private final Raster raster;

  /** Rows of samples. */
  interface Rows {
    void writeTo(OutputStream out) throws IOException;
  }

  SampleBytes(BufferedImage image) {
    raster = image.getRaster();
  }

  int width() {
    return raster.getWidth();
  }

  int height() {
    return raster.getHeight();
  }

  int bands() {
    return raster.getNumBands();
  }

  /** The number of bands without the one of transparency. */
  int colours() {
    return bands() < RGB ? 1 : RGB;
  }

  /**
   * The samples of some bands.
   *
   * @param first the first band
   * @param isNumber whether a sample is a number in a palette, and no shade
   */
  Rows of(int first, int count, boolean isNumber) {
    return out -> {
      int bands = bands();
      int most = isNumber ? MOST : (1 << raster.getSampleModel().getSampleSize(0)) - 1;
      int[] samples = new int[bands * width()];
      byte[] row = new byte[count * width()];
      for (int y = 0; y < height(); y++) {
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, width(), 1, samples);
        for (int i = 0; i < row.length; i++) {
          row[i] = (byte) (samples[i / count * bands + first + i % count] * MOST / most);
        }
        out.write(row);
      }
    };
  }
}
