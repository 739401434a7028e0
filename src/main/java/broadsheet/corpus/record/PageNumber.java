package broadsheet.corpus.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the number of a page in the name of its file, as in {@code 1904-01-17_0003.xml}, or of its
 * folder, as in {@code seq-3/ocr.xml}. Stateless.
 */
public final class PageNumber {
  private static final Pattern EXTENSION =
      Pattern.compile(
          "(?i)(?:\\.(?:xml|gz|html?|hocr|alto|pdf|jpe?g|png|gif|tiff?|jp2|j2k|jp[fx]))+$");
  private static final Pattern SUFFIX = Pattern.compile("(?i)[-_.](?:alto|ocr|hocr|djvu|page)$");
  private static final Pattern DATE =
      Pattern.compile("(?<!\\d)(?:1[5-9]|20)\\d\\d[-_.]?[01]\\d[-_.]?[0-3]\\d(?!\\d)");
  private static final Pattern LAST = Pattern.compile("(?<!\\d)0{0,7}([1-9]\\d{0,2})$");

  /** Chronicling America keeps each page in a folder. */
  private static final Pattern FOLDER = Pattern.compile("(?:^|/)seq-0*([1-9]\\d{0,3})/[^/]*$");

  private PageNumber() {}

  /**
   * The number; 1 if there is none.
   *
   * @param path the name of a file, with its folders or without
   */
  public static int of(String path) {
    String bare = EXTENSION.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
    String name = DATE.matcher(SUFFIX.matcher(bare).replaceFirst("")).replaceAll("");
    Matcher inName = LAST.matcher(name);
    Matcher inFolder = FOLDER.matcher(path);
    boolean isFound = inName.find();
    return isFound || inFolder.find()
        ? Integer.parseInt((isFound ? inName : inFolder).group(1))
        : 1;
  }
}
