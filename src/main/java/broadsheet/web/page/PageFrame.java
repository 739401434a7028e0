package broadsheet.web.page;

import broadsheet.address.QueryString;
import java.util.List;

/**
 * The frame around every page.
 *
 * @param title the window title
 * @param stylesheets their addresses
 * @param scripts the addresses of its modules
 * @param query the text in the search box
 * @param choices the parameters that a new query keeps: size, sort, filters
 * @param feeds the feeds for the content of the page; may be empty
 * @param rooms where its header leads
 */
public record PageFrame(
    String title,
    List<String> stylesheets,
    List<String> scripts,
    String query,
    List<QueryString.Pair> choices,
    List<Feed> feeds,
    Rooms rooms) {

  /** A feed's title and address. */
  public record Feed(String title, String address) {}

  /** The longest query that is sure to fit into one line of a desktop's search box. */
  private static final int ONE_LINE = 48;

  /** Whether the query may need a search box of several lines. */
  public boolean isLong() {
    return query.length() > ONE_LINE;
  }

  /** A copy with a feed for its content. */
  public PageFrame following(String address) {
    return following(List.of(new Feed(title, address)));
  }

  /** A copy with these feeds. */
  public PageFrame following(List<Feed> those) {
    return new PageFrame(title, stylesheets, scripts, query, choices, those, rooms);
  }
}
