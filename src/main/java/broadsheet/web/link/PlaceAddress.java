package broadsheet.web.link;

import broadsheet.address.ArticleAddress;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import java.util.ArrayList;
import java.util.List;

/**
 * The address of a place in a text of an article. It leads to the mark that stands there: a page
 * numbers its marks in an order of its own.
 */
public final class PlaceAddress {

  /** The parameter that names the place: {@code body.120}. */
  public static final String PLACE = "at";

  private PlaceAddress() {}

  /**
   * The address of the mark of a query.
   *
   * @param part the text it stands in: {@code body}
   * @param start an offset within it
   */
  public static String of(String id, SearchParameters search, String part, int start) {
    List<QueryString.Pair> pairs = new ArrayList<>(search.toQueryString().pairs());
    pairs.add(new QueryString.Pair(PLACE, part + "." + start));
    return new QueryString(pairs).after(ArticleAddress.path(id));
  }
}
