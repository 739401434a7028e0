package broadsheet.article;

/**
 * A page that an article is printed on. Immutable.
 *
 * @param number its place in the issue, from 1
 * @param label the page number as printed or stated, such as {@code 3} or {@code B2}; never empty,
 *     without tabs
 * @param width the width of the scan, in any unit; 0 if unknown
 * @param height the height of the scan, in the same unit; 0 if unknown
 * @param image its scan, a {@link PageImage} with an absolute path; empty if there is none
 */
public record PrintedPage(int number, String label, int width, int height, String image)
    implements Part {

  /**
   * @throws IllegalArgumentException if the number or a length is out of range, or the label empty
   */
  public PrintedPage {
    boolean isLabel = !label.isEmpty() && label.indexOf('\t') < 0;
    if (number < 1 || width < 0 || height < 0 || !isLabel) {
      throw new IllegalArgumentException(
          "not a page: " + number + " '" + label + "' " + width + " by " + height);
    }
  }

  public boolean hasImage() {
    return !image.isEmpty();
  }
}
