package broadsheet.web.page;

import broadsheet.engine.FacetField;
import broadsheet.engine.Hit;
import broadsheet.engine.MarkedText;
import broadsheet.web.address.SearchParameters;
import java.util.List;
import java.util.stream.Stream;

/**
 * One article found, as a page lists it.
 *
 * @param hit what the page and its JSON twin both tell
 * @param href the article's page
 * @param kickerHtml source and section, those that are known
 * @param authorsHtml who wrote it
 * @param date when
 * @param matches the topics, places, people and language that bear marks
 */
public record HitEntry(
    HitView hit,
    String href,
    List<String> kickerHtml,
    List<String> authorsHtml,
    PrintedDate date,
    List<Keyword> matches) {

  private static final List<FacetField> SHOWN_WHEN_MARKED =
      List.of(FacetField.TOPIC, FacetField.PLACE, FacetField.PERSON, FacetField.LANGUAGE);

  public static HitEntry of(Hit hit, SearchParameters parameters) {
    return new HitEntry(
        HitView.of(hit),
        parameters.toQueryString().after(ArticleAddress.path(hit.id())),
        Stream.of(FacetField.SOURCE, FacetField.SECTION)
            .flatMap(facet -> hit.values().getOrDefault(facet, List.of()).stream())
            .map(MarkedHtml::of)
            .toList(),
        MarkedHtml.of(hit.values().getOrDefault(FacetField.AUTHOR, List.of())),
        PrintedDate.of(hit.publishedAt()),
        SHOWN_WHEN_MARKED.stream().flatMap(facet -> marked(hit, facet)).toList());
  }

  private static Stream<Keyword> marked(Hit hit, FacetField facet) {
    List<MarkedText> values = hit.values().getOrDefault(facet, List.of());
    return Keyword.of(facet, values.stream().filter(MarkedText::isMarked).toList()).stream();
  }
}
