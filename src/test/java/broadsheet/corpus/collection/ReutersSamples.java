package broadsheet.corpus.collection;

/** Invented stories in the format of Reuters-21578. */
public final class ReutersSamples {
  private ReutersSamples() {}

  public static String story(int id, String title, String body) {
    return record(
        id,
        "26-FEB-1987 15:01:01.79",
        "<TEXT>&#2;\n<TITLE>"
            + title
            + "</TITLE>\n<AUTHOR>    By Ada Rivers and Tom Field, Reuters</AUTHOR>\n"
            + "<DATELINE>    LAKEPORT, Feb 26 - </DATELINE><BODY>"
            + body
            + "</BODY></TEXT>");
  }

  static String record(int id, String date, String text) {
    return "<REUTERS TOPICS=\"YES\" LEWISSPLIT=\"TRAIN\" OLDID=\"9\" NEWID=\""
        + id
        + "\">\n<DATE>"
        + date
        + "</DATE>\n<TOPICS><D>grain</D><D>ship</D></TOPICS>\n"
        + "<PLACES><D>el-salvador</D></PLACES>\n<PEOPLE><D>rivers</D></PEOPLE>\n"
        + "<ORGS><D>fao</D></ORGS>\n<EXCHANGES><D>lse</D></EXCHANGES>\n<COMPANIES></COMPANIES>\n"
        + "<UNKNOWN> \n&#5;&#5;&#5;C T\n&#22;&#22;&#1;f0704&#31;reute\n</UNKNOWN>\n"
        + text
        + "\n</REUTERS>\n";
  }
}
