package broadsheet.web.page;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.FoundBy;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import broadsheet.web.address.SearchParameters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One article found, as a page lists it.
 *
 * @param hit what the page and its JSON twin both tell
 * @param address the article's page
 * @param href the same at the first match in it, where anything matches
 * @param why where it is said why it was found; null where nothing was asked
 * @param kickerHtml source and section, those that are known
 * @param authorsHtml who wrote it
 * @param date when
 * @param matches the topics, places, people and language that bear marks
 * @param judging by what it is judged; null where it is not
 */
public record HitEntry(
    HitView hit,
    String address,
    String href,
    @Nullable String why,
    List<String> kickerHtml,
    List<String> authorsHtml,
    DateLabel date,
    List<Keyword> matches,
    @Nullable JudgingForm judging) {

  private static final String BY_MEANING = FoundBy.MEANING.name().toLowerCase(Locale.ROOT);

  private static final List<FacetField> SHOWN_WHEN_MARKED =
      List.of(FacetField.TOPIC, FacetField.PLACE, FacetField.PERSON, FacetField.LANGUAGE);

  /** See {@link MarkedHtml#numbered}. */
  private static final String FIRST_MATCH = "#hit-1";

  public static HitEntry of(Hit hit, SearchParameters parameters) {
    String address = parameters.toQueryString().after(ArticleAddress.path(hit.id()));
    return new HitEntry(
        HitView.of(hit),
        address,
        isMarked(hit) ? address + FIRST_MATCH : address,
        ArticleAddress.why(hit.id(), parameters),
        Stream.of(FacetField.SOURCE, FacetField.SECTION)
            .flatMap(facet -> hit.values().getOrDefault(facet, List.of()).stream())
            .map(MarkedHtml::of)
            .toList(),
        MarkedHtml.of(hit.values().getOrDefault(FacetField.AUTHOR, List.of())),
        DateLabel.of(hit.publishedAt()),
        SHOWN_WHEN_MARKED.stream().flatMap(facet -> marked(hit, facet)).toList(),
        null);
  }

  /** Whether only its meaning made it a hit. */
  public boolean isByMeaning() {
    return hit.foundBy().equals(BY_MEANING);
  }

  private static boolean isMarked(Hit hit) {
    return Stream.of(
            List.of(hit.title()),
            hit.snippets(),
            hit.values().values().stream().flatMap(List::stream).toList())
        .flatMap(List::stream)
        .anyMatch(MarkedText::isMarked);
  }

  /** The same, to be judged by that form. */
  public HitEntry judgedBy(JudgingForm form) {
    return new HitEntry(hit, address, href, why, kickerHtml, authorsHtml, date, matches, form);
  }

  private static Stream<Keyword> marked(Hit hit, FacetField facet) {
    List<MarkedText> values = hit.values().getOrDefault(facet, List.of());
    return Keyword.of(facet, values.stream().filter(MarkedText::isMarked).toList()).stream();
  }
}
