package broadsheet.web.page;

import broadsheet.web.address.QueryString;

/** Where the page of an article is. */
public final class ArticleAddress {
  private ArticleAddress() {}

  /** The path of the page of the article with that id, without parameters. */
  public static String path(String id) {
    return "/article/" + QueryString.encode(id);
  }
}
