package broadsheet.web.link;

import broadsheet.address.SearchParameters;

/** The addresses of saved searches and their feeds. */
public final class AlertAddress {

  public static final String LIST = "/alerts";

  /** The suffix of a feed's address. */
  public static final String FEED_ENDING = ".atom";

  private AlertAddress() {}

  /** The page that offers to save a search. */
  public static String toSave(SearchParameters search) {
    return search.asked().toQueryString().after(LIST);
  }

  /** The page of new articles for the saved search with this id. */
  public static String page(String id) {
    return LIST + "/" + id;
  }

  /** The feed of new articles for the saved search with this id. */
  public static String feed(String id) {
    return page(id) + FEED_ENDING;
  }

  /** Whether a path is that of a saved search's feed, whether or not the search exists. */
  public static boolean isFeed(String path) {
    return path.startsWith(LIST + "/") && path.endsWith(FEED_ENDING);
  }
}
