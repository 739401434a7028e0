package broadsheet.web.front;

import broadsheet.address.SearchParameters;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.web.page.DayRange;
import broadsheet.web.page.Example;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.FormattedValue;
import broadsheet.web.page.HitEntry;
import broadsheet.web.page.PageFrame;
import broadsheet.web.results.TimelineChart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The front page.
 *
 * @param frame the page frame
 * @param articles the number of articles: {@code 21,578 articles}
 * @param isEmpty whether there are none
 * @param isSmall whether there are so few that the reader is told how to add more
 * @param mayAdd whether this reader may add a folder in the browser
 * @param covered the range of publication dates; empty if no article is dated
 * @param undated the number of undated articles; empty if all are dated
 * @param sources the outlets with most articles
 * @param allSources the words for a link to all of them; empty if there are no others
 * @param topics the subjects with most articles, without codes
 * @param coverage the articles over time; null if they have fewer than two dates
 * @param latest the newest articles
 * @param examples queries to try
 * @param fields a query for a value of each of some fields
 * @param onThisDay articles of this day in earlier years, the oldest first; none if there are no
 *     such
 */
public record HomePage(
    PageFrame frame,
    String articles,
    boolean isEmpty,
    boolean isSmall,
    boolean mayAdd,
    String covered,
    String undated,
    List<ValueLink> sources,
    String allSources,
    List<ValueLink> topics,
    @Nullable TimelineChart coverage,
    List<HitEntry> latest,
    List<Example> examples,
    List<Example> fields,
    List<Remembered> onThisDay) {

  static final int MOST_VALUES = 8;

  /** An archive with fewer articles is being tried out. */
  private static final int SMALL = 10;

  /** An outlet or a subject: its number of articles, and a link to them. */
  public record ValueLink(String name, String count, String href) {}

  /** An article of years ago: {@code 100 years ago}. */
  public record Remembered(String ago, HitEntry entry) {}

  static HomePage of(
      PageFrame frame,
      IndexSummary summary,
      SearchResults all,
      FrontFacts.Facts facts,
      List<Example> examples,
      boolean mayAdd) {
    SearchParameters newest = SearchParameters.none().withSort(SortOrder.NEWEST);
    return new HomePage(
        frame,
        FormattedCount.of(summary.articles(), "article"),
        summary.articles() == 0,
        summary.articles() < SMALL,
        mayAdd,
        covered(summary),
        summary.undated() == 0 ? "" : FormattedCount.of(summary.undated()) + " without a date",
        links(FacetField.SOURCE, summary.sources()),
        allSources(summary, facts),
        links(FacetField.TOPIC, facts.topics()),
        TimelineChart.of(all.timeline(), Optional.empty(), SearchParameters.none()).orElse(null),
        all.hits().stream().map(hit -> HitEntry.of(hit, newest)).toList(),
        examples,
        facts.fields().stream().map(query -> Example.of(query, "")).toList(),
        facts.onThisDay().stream()
            .map(
                article ->
                    new Remembered(
                        FormattedCount.of(article.years(), "year") + " ago",
                        HitEntry.of(article.hit(), SearchParameters.none())))
            .toList());
  }

  private static String allSources(IndexSummary summary, FrontFacts.Facts facts) {
    if (summary.sources().size() <= MOST_VALUES) {
      return "";
    }
    return facts.sources() == 0
        ? "All sources"
        : "All " + FormattedCount.of(facts.sources(), "source");
  }

  private static String covered(IndexSummary summary) {
    return summary
        .firstDay()
        .flatMap(first -> summary.lastDay().map(last -> new DayRange(first, last).printed()))
        .orElse("");
  }

  private static List<ValueLink> links(FacetField facet, List<FacetCount> counts) {
    return counts.stream().limit(MOST_VALUES).map(count -> link(facet, count)).toList();
  }

  private static ValueLink link(FacetField facet, FacetCount value) {
    Filters only =
        new Filters(Optional.empty(), Optional.empty(), Map.of(facet, List.of(value.value())));
    String href = SearchParameters.none().withFilters(only).toQueryString().after("/search");
    return new ValueLink(
        FormattedValue.of(facet, value.value()), FormattedCount.of(value.count()), href);
  }
}
