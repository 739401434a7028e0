package broadsheet.web.page;

import broadsheet.address.SearchParameters;
import broadsheet.engine.result.MarkedText;
import broadsheet.query.QueryField;
import java.util.List;
import java.util.function.Function;

/**
 * A keyword of an article.
 *
 * @param facet the kind of keyword, such as {@code topic}
 * @param html the keyword with its marks
 * @param href the search for every article with it; if it is a corrected article, for that as well
 */
public record Keyword(String facet, String html, String href) {

  /** The keywords of one field. */
  public static List<Keyword> of(QueryField field, List<MarkedText> values) {
    return of(field, values, MarkedHtml::of);
  }

  /**
   * The keywords of one field.
   *
   * @param html formats a keyword with its marks
   */
  public static List<Keyword> of(
      QueryField field, List<MarkedText> values, Function<MarkedText, String> html) {
    return values.stream()
        .map(value -> of(field, value, html.apply(printed(field, value))))
        .toList();
  }

  private static MarkedText printed(QueryField field, MarkedText value) {
    return field == QueryField.CORRECTION_OF ? value : FormattedValue.of(value);
  }

  private static Keyword of(QueryField field, MarkedText value, String html) {
    String named = ":\"" + value.text().replace('"', ' ') + "\"";
    String corrected = field == QueryField.CORRECTION_OF ? "id" + named + " OR " : "";
    String query = corrected + field.label() + named;
    String href = SearchParameters.none().withText(query).toQueryString().after("/search");
    return new Keyword(field.label(), html, href);
  }
}
