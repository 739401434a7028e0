package broadsheet.web.front;

import broadsheet.engine.IndexSummary;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Hit;
import broadsheet.web.address.SearchParameters;
import broadsheet.web.page.DayRange;
import broadsheet.web.page.Example;
import broadsheet.web.page.HitEntry;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.PrintedCount;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The front page.
 *
 * @param frame the page frame
 * @param articles the number of articles: {@code 21,578 articles}
 * @param isEmpty whether there are none
 * @param covered the range of publication dates; empty if no article is dated
 * @param undated the number of undated articles; empty if all are dated
 * @param sources the outlets with most articles
 * @param latest the newest articles
 * @param examples queries to try
 */
public record HomePage(
    PageFrame frame,
    String articles,
    boolean isEmpty,
    String covered,
    String undated,
    List<SourceLink> sources,
    List<HitEntry> latest,
    List<Example> examples) {

  private static final int MOST_SOURCES = 8;

  /** An outlet: its number of articles, and a link to them. */
  public record SourceLink(String name, String count, String href) {}

  static HomePage of(PageFrame frame, IndexSummary summary, List<Hit> latest) {
    SearchParameters newest = SearchParameters.none().withSort(SortOrder.NEWEST);
    return new HomePage(
        frame,
        PrintedCount.of(summary.articles(), "article"),
        summary.articles() == 0,
        covered(summary),
        summary.undated() == 0 ? "" : PrintedCount.of(summary.undated()) + " without a date",
        summary.sources().stream().limit(MOST_SOURCES).map(HomePage::link).toList(),
        latest.stream().map(hit -> HitEntry.of(hit, newest)).toList(),
        examples(latest, summary));
  }

  private static List<Example> examples(List<Hit> latest, IndexSummary summary) {
    return latest.stream()
        .map(hit -> Example.drawnFrom(hit.title().text(), summary.lastDay()))
        .max(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }

  private static String covered(IndexSummary summary) {
    return summary
        .firstDay()
        .flatMap(first -> summary.lastDay().map(last -> new DayRange(first, last).printed()))
        .orElse("");
  }

  private static SourceLink link(FacetCount source) {
    Filters only =
        new Filters(
            Optional.empty(), Optional.empty(), Map.of(FacetField.SOURCE, List.of(source.value())));
    String href = SearchParameters.none().withFilters(only).toQueryString().after("/search");
    return new SourceLink(source.value(), PrintedCount.of(source.count()), href);
  }
}
