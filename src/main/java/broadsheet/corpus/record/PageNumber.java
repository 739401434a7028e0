package broadsheet.corpus.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the number of a page in the name of its file, as in {@code 1904-01-17_0003.xml}. Stateless.
 */
public final class PageNumber {
  private static final Pattern EXTENSION =
      Pattern.compile("(?i)(?:\\.(?:xml|gz|html?|hocr|alto|pdf))+$");
  private static final Pattern SUFFIX = Pattern.compile("(?i)[-_.](?:alto|ocr|hocr|djvu|page)$");
  private static final Pattern DATE =
      Pattern.compile("(?<!\\d)(?:1[5-9]|20)\\d\\d[-_.]?[01]\\d[-_.]?[0-3]\\d(?!\\d)");
  private static final Pattern LAST = Pattern.compile("(?<!\\d)0{0,7}([1-9]\\d{0,2})$");

  private PageNumber() {}

  /** The number; 1 if there is none. */
  public static int of(String fileName) {
    String bare = EXTENSION.matcher(fileName).replaceFirst("");
    String name = DATE.matcher(SUFFIX.matcher(bare).replaceFirst("")).replaceAll("");
    Matcher number = LAST.matcher(name);
    return number.find() ? Integer.parseInt(number.group(1)) : 1;
  }
}
