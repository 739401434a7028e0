package broadsheet.web.page;

import broadsheet.address.SearchParameters;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.MarkedText;
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

  /** The keywords of one facet. */
  public static List<Keyword> of(FacetField facet, List<MarkedText> values) {
    return of(facet, values, MarkedHtml::of);
  }

  /**
   * The keywords of one facet.
   *
   * @param html formats a keyword with its marks
   */
  public static List<Keyword> of(
      FacetField facet, List<MarkedText> values, Function<MarkedText, String> html) {
    return values.stream()
        .map(value -> of(facet, value, html.apply(printed(facet, value))))
        .toList();
  }

  private static MarkedText printed(FacetField facet, MarkedText value) {
    return facet == FacetField.CORRECTION_OF ? value : PrintedValue.of(value);
  }

  private static Keyword of(FacetField facet, MarkedText value, String html) {
    String named = ":\"" + value.text().replace('"', ' ') + "\"";
    String corrected = facet == FacetField.CORRECTION_OF ? "id" + named + " OR " : "";
    String query = corrected + facet.label() + named;
    String href = SearchParameters.none().withText(query).toQueryString().after("/search");
    return new Keyword(facet.label(), html, href);
  }
}
