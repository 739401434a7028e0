package broadsheet.corpus.record;

import java.util.regex.Pattern;

/**
 * The names of files and folders in an export of Notion: each ends in the identifier of its page,
 * as in {@code Harbour 0f8c2a6d5b1e4c7f9a3d2b6e8c1f4a7d.md}.
 */
public final class NotionFile {
  private static final String ID = " [0-9a-f]{32}";
  private static final Pattern OF_PAGE = Pattern.compile(".+" + ID + "\\.(?:md|html)");
  private static final Pattern OF_DATABASE = Pattern.compile(".+" + ID + "(?:_all)?\\.csv");
  private static final Pattern AT_END = Pattern.compile(ID + "$");

  private NotionFile() {}

  public static boolean isPage(String name) {
    return OF_PAGE.matcher(name).matches();
  }

  /** Whether this is a table whose rows are pages, each in a file of its own. */
  public static boolean isDatabase(String name) {
    return OF_DATABASE.matcher(name).matches();
  }

  static String withoutId(String folder) {
    return AT_END.matcher(folder).replaceFirst("");
  }
}
