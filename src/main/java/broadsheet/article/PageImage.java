package broadsheet.article;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scan of a page: an image file, or a page of a PDF or TIFF file. Immutable.
 *
 * @param file its path
 * @param page the number of the page in its file, from 1; {@link #WHOLE} if the file is one image
 */
public record PageImage(String file, int page) {
  public static final int WHOLE = 0;

  private static final Pattern PAGE = Pattern.compile("(?s)(.+)#page=([1-9][0-9]{0,5})");
  private static final String PDF = ".pdf";
  private static final Pattern PAGED = Pattern.compile("(?s)(?i).+\\.(?:pdf|tiff?)");

  /**
   * @throws IllegalArgumentException if the number is negative
   */
  public PageImage {
    if (page < WHOLE) {
      throw new IllegalArgumentException("not a page: " + page);
    }
  }

  /** Parses {@link PrintedPage#image}. A PDF without a page number means its first page. */
  public static PageImage of(String image) {
    Matcher matcher = PAGE.matcher(image);
    if (matcher.matches() && PAGED.matcher(matcher.group(1)).matches()) {
      return new PageImage(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }
    return new PageImage(image, isPdf(image) ? 1 : WHOLE);
  }

  /** Returns this image or, if its file is a PDF, the page with this number. */
  public PageImage orPage(int number) {
    return page == WHOLE ? this : new PageImage(file, number);
  }

  private static boolean isPdf(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(PDF);
  }

  /** Returns the form that {@link PrintedPage#image} stores. */
  @Override
  public String toString() {
    return page == WHOLE ? file : file + "#page=" + page;
  }
}
