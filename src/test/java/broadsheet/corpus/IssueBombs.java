package broadsheet.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadsheet.corpus.print.Alto4;
import java.util.LinkedHashMap;
import java.util.Map;

/** Issues of newspapers whose few small files expand to much through the files that they name. */
final class IssueBombs {
  private static final int PAGES = 300;

  /** A page is as long as a file of an issue may be. */
  private static final int LONGEST = 15 << 20;

  private IssueBombs() {}

  /** An issue that names one page again and again. */
  static Map<String, byte[]> onePage(boolean hasArticles) {
    return issue(1, hasArticles, page(10_000));
  }

  /** An issue that names more pages in turn than are held in memory. */
  static Map<String, byte[]> pagesInTurn(boolean hasArticles) {
    return issue(9, hasArticles, page(10_000));
  }

  /** An issue whose pages have no text, so that each is tried. */
  static Map<String, byte[]> emptyPages() {
    return issue(9, false, page(0));
  }

  /** A page of these words, filled with blanks. */
  static byte[] page(int words) {
    String alto = new Alto4().block("b", "ember ".repeat(Math.max(words, 1)).strip()).toString();
    String body = words > 0 ? alto : alto.replaceAll("(?s)<PrintSpace>.*</PrintSpace>", "");
    String blanks = " ".repeat(Math.max(0, LONGEST - body.length()));
    return Reading.gzip(body.replace("</Page>", blanks + "</Page>").getBytes(UTF_8));
  }

  private static Map<String, byte[]> issue(int files, boolean hasArticles, byte[] page) {
    StringBuilder groups = new StringBuilder();
    StringBuilder pages = new StringBuilder();
    StringBuilder articles = new StringBuilder();
    for (int i = 0; i < PAGES; i++) {
      String name = i % files + ".xml.gz";
      String file = "'T" + i + "'";
      groups.append("<file ID=" + file + " MIMETYPE='text/xml'><FLocat xlink:href='file://./");
      groups.append(name + "'/></file>");
      pages.append("<div TYPE='PAGE' ORDER='" + (i + 1) + "'><fptr FILEID=" + file + "/></div>");
      articles.append("<div ID='D" + i + "' TYPE='ARTICLE' LABEL='Bridge'><div TYPE='BODY'><fptr>");
      articles.append("<area FILEID=" + file + " BETYPE='IDREF' BEGIN='b'/></fptr></div></div>");
    }
    String logical =
        hasArticles
            ? "<structMap TYPE='LOGICAL'><div TYPE='Newspaper'><div TYPE='ISSUE'><div"
                + " TYPE='CONTENT'>"
                + articles
                + "</div></div></div></structMap>"
            : "";
    String mets =
        "<?xml version='1.0'?><mets xmlns='http://www.loc.gov/METS/' xmlns:xlink='x'"
            + " TYPE='Newspaper'><fileSec><fileGrp USE='Text'>"
            + groups
            + "</fileGrp></fileSec><structMap TYPE='PHYSICAL'><div TYPE='Newspaper'>"
            + pages
            + "</div></structMap>"
            + logical
            + "</mets>";
    Map<String, byte[]> issue = new LinkedHashMap<>();
    issue.put("mets.xml", mets.getBytes(UTF_8));
    for (int i = 0; i < files; i++) {
      issue.put(i + ".xml.gz", page);
    }
    return issue;
  }
}
