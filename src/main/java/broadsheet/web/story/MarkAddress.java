package broadsheet.web.story;

import broadsheet.address.ArticleAddress;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.query.QueryField;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a place in a text of an article. The page numbers its marks in an order of its
 * own, so the address leads to the mark that stands there.
 */
public final class MarkAddress {
  private static final String PLACE = "place";
  private static final Pattern FORM = Pattern.compile("(\\w{1,20})\\.(\\d{1,9})");

  private MarkAddress() {}

  /**
   * The address of the mark of a query.
   *
   * @param part the text it stands in: {@code body}
   * @param start an offset within it
   */
  public static String of(String id, SearchParameters search, String part, int start) {
    List<QueryString.Pair> pairs = List.of(new QueryString.Pair(PLACE, part + "." + start));
    QueryString query = search.toQueryString();
    String sign = query.pairs().isEmpty() ? "?" : "&";
    return query.after(ArticleAddress.path(id)) + sign + new QueryString(pairs).encoded();
  }

  /** The address on the page that a request for a place leads to; empty if it names none. */
  static Optional<String> resolved(
      QueryString given, MarkedArticle marked, SearchParameters search) {
    Optional<Matcher> place =
        given.filled(PLACE).stream().findFirst().map(FORM::matcher).filter(Matcher::matches);
    return place.map(
        at -> {
          OptionalInt number =
              QueryField.named(at.group(1)).stream()
                  .mapToInt(part -> number(marked, part, Integer.parseInt(at.group(2))))
                  .filter(found -> found > 0)
                  .findFirst();
          String page = search.toQueryString().after(ArticleAddress.path(marked.article().id()));
          return number.isPresent() ? page + "#hit-" + number.getAsInt() : page;
        });
  }

  private static int number(MarkedArticle marked, QueryField part, int offset) {
    return NumberedArticle.of(marked, NameLinks.of(marked.names()))
        .numberAt(part, offset)
        .orElse(0);
  }
}
