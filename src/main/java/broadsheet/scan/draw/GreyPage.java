package broadsheet.scan.draw;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** A page drawn in shades of grey, one byte a pixel, 0 for black. Immutable. */
public final class GreyPage {
  private final int width;
  private final int height;
  private final byte[] pixels;
  private final String lack;

  private GreyPage(int width, int height, byte[] pixels, String lack) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
    this.lack = lack;
  }

  /**
   * An image of one byte grey, or of red, green and blue in one number a pixel.
   *
   * @throws IllegalArgumentException if it is of another kind
   */
  static GreyPage of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    boolean isGrey = image.getType() == BufferedImage.TYPE_BYTE_GRAY;
    if (!isGrey && image.getType() != BufferedImage.TYPE_INT_RGB) {
      throw new IllegalArgumentException("an image of type " + image.getType());
    }
    byte[] pixels = new byte[Math.multiplyExact(width, height)];
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    int[] row = new int[width * bands];
    for (int y = 0; y < height; y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        int grey =
            isGrey ? row[x] : luminance(row[x * bands], row[x * bands + 1], row[x * bands + 2]);
        pixels[y * width + x] = (byte) grey;
      }
    }
    return new GreyPage(width, height, pixels, "");
  }

  /** Source: ITU-R BT.601, in thousandths. */
  private static int luminance(int red, int green, int blue) {
    return (299 * red + 587 * green + 114 * blue) / 1000;
  }

  /**
   * The same page, of which something could not be drawn.
   *
   * @param why the reason; empty if the page is whole
   */
  GreyPage lacking(String why) {
    return new GreyPage(width, height, pixels, why);
  }

  /** Why something on the page could not be drawn; empty if the page is whole. */
  public String lack() {
    return lack;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Whether all of it is of one shade, as a blank page of a PDF is. */
  public boolean isBlank() {
    return pixels.length == 0
        || IntStream.range(1, pixels.length).allMatch(i -> pixels[i] == pixels[0]);
  }

  /** The same page, twice as wide and high, with shades between those of neighbours. */
  public GreyPage doubled() {
    byte[] larger = new byte[Math.multiplyExact(4, pixels.length)];
    for (int y = 0; y < 2 * height; y++) {
      for (int x = 0; x < 2 * width; x++) {
        int left = x / 2;
        int top = y / 2;
        int right = Math.min(width - 1, left + x % 2);
        int bottom = Math.min(height - 1, top + y % 2);
        int sum = at(left, top) + at(right, top) + at(left, bottom) + at(right, bottom);
        larger[y * 2 * width + x] = (byte) (sum / 4);
      }
    }
    return new GreyPage(2 * width, 2 * height, larger, lack);
  }

  private int at(int x, int y) {
    return pixels[y * width + x] & 0xff;
  }

  /** Writes the page as a portable grey map. Source: netpbm, pgm(5), the raw form. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(("P5\n" + width + " " + height + "\n255\n").getBytes(StandardCharsets.US_ASCII));
    out.write(pixels);
  }
}
