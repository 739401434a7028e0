package broadsheet.web.link;

import broadsheet.address.ArticleAddress;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import java.util.ArrayList;
import java.util.List;

/** The address of the place, on the page of an article, where one of its parts begins. */
public final class PartAddress {
  /** The parameter that names the part whose surroundings are shown, from 1. */
  public static final String PART = "part";

  /** The most parts that are shown on one page. */
  public static final int MOST_SHOWN = 200;

  private PartAddress() {}

  /**
   * The address of a part.
   *
   * @param number the number of the part, from 1
   * @param of the number of parts of the article
   */
  public static String of(String id, SearchParameters search, int number, int of) {
    List<QueryString.Pair> pairs = new ArrayList<>(search.toQueryString().pairs());
    if (of > MOST_SHOWN) {
      pairs.add(new QueryString.Pair(PART, Integer.toString(number)));
    }
    return new QueryString(pairs).after(ArticleAddress.path(id)) + "#" + anchor(number);
  }

  /** The id of the place where a part begins. */
  public static String anchor(int number) {
    return "page-" + number;
  }
}
