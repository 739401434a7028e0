package broadsheet.address;

import org.jspecify.annotations.Nullable;

/** The addresses of article pages. */
public final class ArticleAddress {
  /** The suffix of the page that explains why an article is a result. */
  public static final String WHY = "/why";

  private ArticleAddress() {}

  /** The path of an article's page, without parameters. */
  public static String path(String id) {
    return "/article/" + QueryString.encode(id);
  }

  /**
   * The scan of one of an article's pages.
   *
   * @param page its number among the pages of the article, from 1
   */
  public static String scan(String id, int page) {
    return path(id) + "/scan/" + page;
  }

  /** The recording of an article. */
  public static String recording(String id) {
    return path(id) + "/recording";
  }

  /** The captions of the recording of an article. */
  public static String captions(String id) {
    return path(id) + "/captions";
  }

  /**
   * The article at what is said at a second of its recording.
   *
   * @param search the search whose matches are marked
   */
  public static String at(String id, int second, SearchParameters search) {
    return search.toQueryString().after(path(id) + "/at/" + second);
  }

  /** The page that explains why an article is a result of a search; null if there is no query. */
  public static @Nullable String why(String id, SearchParameters search) {
    return search.text().isBlank() ? null : search.toQueryString().after(path(id) + WHY);
  }
}
