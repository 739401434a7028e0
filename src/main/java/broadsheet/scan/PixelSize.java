package broadsheet.scan;

/** The size of an image in pixels. Immutable. */
public record PixelSize(int width, int height) {

  /**
   * @throws IllegalArgumentException if it has none
   */
  public PixelSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("no image is " + width + " by " + height);
    }
  }
}
