package broadsheet.web.page;

import broadsheet.web.address.SearchParameters;

/** Where the pages and feeds of saved searches are. */
public final class AlertAddress {

  /** The list of them. */
  public static final String LIST = "/alerts";

  /** What the address of a feed ends in. */
  public static final String FEED_ENDING = ".atom";

  private AlertAddress() {}

  /** Where a search is saved, once its reading is seen. */
  public static String toSave(SearchParameters search) {
    return search.asked().toQueryString().after(LIST);
  }

  /** The page of what came in for the saved search of that id. */
  public static String page(String id) {
    return LIST + "/" + id;
  }

  /** The feed of what came in for it. */
  public static String feed(String id) {
    return page(id) + FEED_ENDING;
  }

  /** Whether a path is that of a feed, of a saved search that is there or not. */
  public static boolean isFeed(String path) {
    return path.startsWith(LIST + "/") && path.endsWith(FEED_ENDING);
  }
}
