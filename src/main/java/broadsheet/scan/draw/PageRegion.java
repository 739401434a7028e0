package broadsheet.scan.draw;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rectangle of a page in percent of its width and height, written as in the IIIF Image API:
 * {@code pct:25,10.5,50,8}. Immutable.
 *
 * @param x the distance of its left edge from that of the page
 * @param y the distance of its upper edge from that of the page
 */
public record PageRegion(double x, double y, double width, double height) {
  public static final PageRegion WHOLE = new PageRegion(0, 0, 100, 100);

  private static final String NUMBER = "([0-9]{1,3}(?:\\.[0-9]{1,4})?)";
  private static final Pattern WRITTEN =
      Pattern.compile("pct:" + String.join(",", NUMBER, NUMBER, NUMBER, NUMBER));

  /** Four decimals of each edge are written. */
  private static final double ROUNDING = 0.0002;

  /**
   * @throws IllegalArgumentException if it is empty or not within the page
   */
  public PageRegion {
    boolean isOnPage =
        x >= 0 && y >= 0 && x + width <= 100 + ROUNDING && y + height <= 100 + ROUNDING;
    if (!isOnPage || !(width > 0 && height > 0)) {
      throw new IllegalArgumentException(
          "no part of a page: " + x + " " + y + " " + width + " " + height);
    }
  }

  /** Parses a region; empty if it is not written as one, is empty, or is not within the page. */
  public static Optional<PageRegion> parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PageRegion(
              Double.parseDouble(written.group(1)),
              Double.parseDouble(written.group(2)),
              Double.parseDouble(written.group(3)),
              Double.parseDouble(written.group(4))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Its pixels in an image of the page, at least one. */
  Rectangle pixels(int imageWidth, int imageHeight) {
    int left = Math.min(imageWidth - 1, pixel(x, imageWidth));
    int top = Math.min(imageHeight - 1, pixel(y, imageHeight));
    int right = Math.clamp(pixel(x + width, imageWidth), left + 1, imageWidth);
    int bottom = Math.clamp(pixel(y + height, imageHeight), top + 1, imageHeight);
    return new Rectangle(left, top, right - left, bottom - top);
  }

  /** This part of an image of the page; the image itself if it is the whole. */
  BufferedImage of(BufferedImage image) {
    Rectangle part = pixels(image.getWidth(), image.getHeight());
    return equals(WHOLE) ? image : image.getSubimage(part.x, part.y, part.width, part.height);
  }

  private static int pixel(double percent, int side) {
    return (int) Math.round(percent / 100 * side);
  }

  /** Returns the form that {@link #parse} takes. */
  @Override
  public String toString() {
    return "pct:%s,%s,%s,%s".formatted(written(x), written(y), written(width), written(height));
  }

  private static String written(double number) {
    return String.format(Locale.ROOT, "%.4f", number).replaceFirst("\\.?0+$", "");
  }
}
