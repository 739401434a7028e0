package broadsheet.corpus.record;

import java.util.regex.Pattern;

/** Finds the name of a newspaper in the folders of an issue. Stateless. */
public final class NewspaperFolder {
  /** Names of folders that hold a part of an issue, and of issues, which name no newspaper. */
  private static final Pattern NO_NEWSPAPER =
      Pattern.compile(
          "(?i)[\\d._"
              + " -]*|(?:.*\\W)?(?:alto|ocr|xml|text|txt|toc|mets|data|pages?|full-?text|metadata|images?|master|lccn)|(?:ed|seq)-\\d+|.*1[5-9]\\d\\d.*|.*20\\d\\d.*|(?:issue|vol|volume|no|nr|reel|batch)[-_"
              + " .]?\\d.*");

  /** The control number of a newspaper at the Library of Congress, as in Chronicling America. */
  private static final Pattern CONTROL_NUMBER = Pattern.compile("sn\\d{8,10}");

  private NewspaperFolder() {}

  /**
   * The nearest folder that can be a newspaper; empty if there is none.
   *
   * @param location the location of a file of the issue, as in {@link SourceFile#location}
   */
  public static String of(String location) {
    String[] folders = location.split("/", -1);
    for (int i = folders.length - 2; i >= 0; i--) {
      boolean isNumber =
          CONTROL_NUMBER.matcher(folders[i]).matches() || (i > 0 && folders[i - 1].equals("lccn"));
      if (isNumber || !NO_NEWSPAPER.matcher(folders[i]).matches()) {
        return folders[i];
      }
    }
    return "";
  }
}
