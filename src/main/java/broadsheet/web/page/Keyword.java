package broadsheet.web.page;

import broadsheet.engine.FacetField;
import broadsheet.engine.MarkedText;
import broadsheet.web.address.SearchParameters;
import java.util.List;

/**
 * A value an article is filed under, as a page shows it.
 *
 * @param facet what kind of value it is: {@code topic}
 * @param html the value with its marks
 * @param href the search for every article filed under it
 */
public record Keyword(String facet, String html, String href) {

  /** The keywords of one facet. */
  public static List<Keyword> of(FacetField facet, List<MarkedText> values) {
    return values.stream().map(value -> of(facet, value)).toList();
  }

  private static Keyword of(FacetField facet, MarkedText value) {
    String query = facet.label() + ":\"" + value.text().replace('"', ' ') + "\"";
    String href = SearchParameters.none().withText(query).toQueryString().after("/search");
    return new Keyword(facet.label(), MarkedHtml.of(value), href);
  }
}
