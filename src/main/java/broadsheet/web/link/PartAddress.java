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

  /** The value that names the whole article. */
  public static final String ALL = "all";

  /** The number that stands for {@link #ALL}. */
  public static final int WHOLE = -1;

  /** An article of more parts may be shown in stretches. */
  private static final int MOST_UNDIVIDED = 1;

  private PartAddress() {}

  /**
   * The address of a part.
   *
   * @param number the number of the part, from 1
   * @param of the number of parts of the article
   */
  public static String of(String id, SearchParameters search, int number, int of) {
    return of(id, search, number, of > MOST_UNDIVIDED);
  }

  /** The same for an article that is known to be shown in stretches, or not to be. */
  public static String of(String id, SearchParameters search, int number, boolean isDivided) {
    String page = isDivided ? page(id, search, Integer.toString(number)) : page(id, search);
    return page + "#" + anchor(number);
  }

  /** The address of the text of a stretch, or of the whole. */
  public static String stretch(String id, SearchParameters search, String part) {
    return page(id, search, part) + "#text";
  }

  /** The page of an article, without the place; of some of its parts if those are named. */
  public static String page(String id, SearchParameters search, String... part) {
    return of(search.toQueryString(), ArticleAddress.path(id), part);
  }

  /** The address of a path with a search, and some of its parts. */
  public static String of(QueryString search, String path, String... part) {
    List<QueryString.Pair> pairs = new ArrayList<>(search.pairs());
    for (String one : part) {
      pairs.add(new QueryString.Pair(PART, one));
    }
    return new QueryString(pairs).after(path);
  }

  /** The id of the place where a part begins. */
  public static String anchor(int number) {
    return "page-" + number;
  }
}
