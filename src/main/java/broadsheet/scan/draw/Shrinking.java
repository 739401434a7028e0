package broadsheet.scan.draw;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/**
 * Downsamples an image by a whole factor with a box filter: each pixel is the mean of a square, so
 * that thin strokes of bilevel scans turn grey and do not vanish. Stateless.
 */
final class Shrinking {
  private static final int RGB = 3;

  private Shrinking() {}

  /** The image, {@code factor} times smaller, grey if it is grey, without transparency. */
  static BufferedImage by(int factor, BufferedImage image) {
    int width = Math.max(1, image.getWidth() / factor);
    int height = Math.max(1, image.getHeight() / factor);
    Rows rows = isGrey(image) ? new GreyRows(image) : new ColourRows(image);
    int type = rows.bands() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
    BufferedImage small = new BufferedImage(width, height, type);
    WritableRaster to = small.getRaster();
    int[] sums = new int[width * rows.bands()];
    for (int y = 0; y < height; y++) {
      Arrays.fill(sums, 0);
      int last = Math.min(image.getHeight(), (y + 1) * factor);
      for (int from = y * factor; from < last; from++) {
        add(rows.row(from), sums, factor, rows.bands());
      }
      int count = factor * (last - y * factor);
      Arrays.setAll(sums, i -> sums[i] / Math.max(1, count));
      to.setPixels(0, y, width, 1, sums);
    }
    return small;
  }

  /** Adds the samples of a row to the sums of the squares they are in. */
  private static void add(int[] row, int[] sums, int factor, int bands) {
    for (int i = 0; i < sums.length; i++) {
      int first = i / bands * factor * bands + i % bands;
      for (int k = 0; k < factor && first + k * bands < row.length; k++) {
        sums[i] += row[first + k * bands];
      }
    }
  }

  private static boolean isGrey(BufferedImage image) {
    if (image.getColorModel() instanceof IndexColorModel colours) {
      return Arrays.stream(palette(colours)).allMatch(Shrinking::isGrey);
    }
    return image.getRaster().getNumBands() == 1 && image.getSampleModel().getSampleSize(0) <= 16;
  }

  private static boolean isGrey(int rgb) {
    int blue = rgb & 0xff;
    return (rgb >> 8 & 0xff) == blue && (rgb >> 16 & 0xff) == blue;
  }

  private static int[] palette(IndexColorModel colours) {
    int[] palette = new int[colours.getMapSize()];
    colours.getRGBs(palette);
    return palette;
  }

  /** The samples of an image, row by row. */
  private interface Rows {
    int bands();

    /** The samples of a row, from 0 to 255; valid until the next call. */
    int[] row(int y);
  }

  /** Reads levels without a colour model, since colour models make grey images brighter. */
  private static final class GreyRows implements Rows {
    private final Raster raster;
    private final int[] row;
    private final int[] levels;

    GreyRows(BufferedImage image) {
      raster = image.getRaster();
      row = new int[image.getWidth()];
      levels = levels(image);
    }

    private static int[] levels(BufferedImage image) {
      if (image.getColorModel() instanceof IndexColorModel colours) {
        return Arrays.stream(palette(colours)).map(rgb -> rgb & 0xff).toArray();
      }
      int count = 1 << image.getSampleModel().getSampleSize(0);
      int[] levels = new int[count];
      Arrays.setAll(levels, i -> 255 * i / (count - 1));
      return levels;
    }

    @Override
    public int bands() {
      return 1;
    }

    @Override
    public int[] row(int y) {
      raster.getSamples(0, y, row.length, 1, 0, row);
      for (int i = 0; i < row.length; i++) {
        row[i] = levels[Math.min(row[i], levels.length - 1)];
      }
      return row;
    }
  }

  private static final class ColourRows implements Rows {
    private final BufferedImage image;
    private final int[] colours;
    private final int[] row;

    ColourRows(BufferedImage image) {
      this.image = image;
      colours = new int[image.getWidth()];
      row = new int[RGB * colours.length];
    }

    @Override
    public int bands() {
      return RGB;
    }

    @Override
    public int[] row(int y) {
      image.getRGB(0, y, colours.length, 1, colours, 0, colours.length);
      for (int i = 0; i < colours.length; i++) {
        row[RGB * i] = colours[i] >> 16 & 0xff;
        row[RGB * i + 1] = colours[i] >> 8 & 0xff;
        row[RGB * i + 2] = colours[i] & 0xff;
      }
      return row;
    }
  }
}
