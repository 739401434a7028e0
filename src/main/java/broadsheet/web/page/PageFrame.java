package broadsheet.web.page;

import broadsheet.web.address.QueryString;
import java.util.List;

/**
 * What stands around every page.
 *
 * @param title of the window
 * @param stylesheets their addresses
 * @param scripts the addresses of its modules
 * @param query what the search box holds
 * @param choices what a new query keeps: size, sort, filters
 * @param feeds where what the page shows can be followed; empty where it cannot
 */
public record PageFrame(
    String title,
    List<String> stylesheets,
    List<String> scripts,
    String query,
    List<QueryString.Pair> choices,
    List<Feed> feeds) {

  /** Something that can be followed, and where. */
  public record Feed(String title, String address) {}

  /** The same, with a feed of what it shows. */
  public PageFrame following(String address) {
    return following(List.of(new Feed(title, address)));
  }

  /** The same, with these feeds. */
  public PageFrame following(List<Feed> those) {
    return new PageFrame(title, stylesheets, scripts, query, choices, those);
  }
}
