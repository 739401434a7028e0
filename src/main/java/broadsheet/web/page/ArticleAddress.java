package broadsheet.web.page;

import broadsheet.web.address.QueryString;
import broadsheet.web.address.SearchParameters;
import org.jspecify.annotations.Nullable;

/** Where the page of an article is. */
public final class ArticleAddress {
  /** Follows the path of an article where the page says why it is a result. */
  public static final String WHY = "/why";

  private ArticleAddress() {}

  /** The path of the page of the article with that id, without parameters. */
  public static String path(String id) {
    return "/article/" + QueryString.encode(id);
  }

  /** Where it is said why it is a result of that search; null where nothing is asked. */
  public static @Nullable String why(String id, SearchParameters search) {
    return search.text().isBlank() ? null : search.toQueryString().after(path(id) + WHY);
  }
}
