package broadsheet.web.page;

import broadsheet.web.address.QueryString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param title of the window
 * @param stylesheets their addresses
 * @param scripts the addresses of its modules
 * @param query what the search box holds
 * @param choices what a new query keeps: size, sort, filters
 * @param feed where what the page shows can be followed; null where it cannot
 */
public record PageFrame(
    String title,
    List<String> stylesheets,
    List<String> scripts,
    String query,
    List<QueryString.Pair> choices,
    @Nullable String feed) {

  /** The same, with a feed. */
  public PageFrame following(String address) {
    return new PageFrame(title, stylesheets, scripts, query, choices, address);
  }
}
