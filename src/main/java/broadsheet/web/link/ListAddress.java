package broadsheet.web.link;

import broadsheet.address.QueryString;
import java.util.List;

/** The addresses of readers' lists. */
public final class ListAddress {

  /** All lists. */
  public static final String ALL = "/lists";

  /** Puts articles of a results page, or an article, on lists. */
  public static final String PUT = ALL + "/put";

  private ListAddress() {}

  /** The page of a list. */
  public static String page(String id) {
    return ALL + "/" + id;
  }

  /** The search for the articles on a list. */
  public static String search(String name) {
    return new QueryString(List.of(new QueryString.Pair("q", query(name)))).after("/search");
  }

  /** The query for the articles on a list. */
  public static String query(String name) {
    return "list:\"" + name + "\"";
  }
}
