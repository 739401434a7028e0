package broadsheet.web.results;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.PageCursor;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.Tiers;
import broadsheet.engine.result.Timeline;
import broadsheet.query.CanonicalText;
import broadsheet.query.ParsedQuery;
import broadsheet.web.page.HitView;
import broadsheet.web.page.QueryView;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of results. Its components are, name for name, the JSON of {@code /search.json}; the
 * results page shows the same.
 *
 * @param query what was asked and how it was read
 * @param total how many articles match
 * @param tiers how many articles have all that was asked for, and how many follow that have some
 * @param folded how many of those are folded under a hit they are reprints of
 * @param page from 1
 * @param size hits a page
 * @param tookMillis time spent in the engine
 * @param hits this page of them
 * @param next what {@code after} takes for the next page; null on the last
 * @param clauses when nothing matched as asked, what each part of the query finds alone
 * @param didYouMean when nothing matched as asked, queries with other spellings that find something
 * @param dateInstead when the query names a date in words, queries for what was published then
 * @param facets the most frequent values, by the name of their facet; those of a facet that narrows
 *     the search counted as if it did not
 * @param timeline all the hits over time
 */
public record SearchView(
    QueryView query,
    Total total,
    TiersView tiers,
    long folded,
    int page,
    int size,
    long tookMillis,
    List<HitView> hits,
    @Nullable String next,
    List<Clause> clauses,
    List<String> didYouMean,
    List<String> dateInstead,
    Map<String, List<FacetCount>> facets,
    TimelineView timeline) {

  /**
   * How many articles match.
   *
   * @param relation {@code eq}: exactly so many; {@code gte}: at least so many, for the time was up
   *     before all were looked at
   */
  public record Total(long value, String relation) {}

  /**
   * The two tiers of hits.
   *
   * @param all how many articles have all that was asked for
   * @param some how many hits follow them that have some of its words; where no article has all,
   *     how many articles have some
   * @param note says so in a sentence; empty where all hits have all of it
   */
  public record TiersView(long all, long some, String note) {
    static TiersView of(Tiers tiers) {
      return new TiersView(tiers.all(), tiers.some(), tiers.note().map(Note::text).orElse(""));
    }
  }

  /** A part of the query, as it may be typed, and how many articles it finds alone. */
  public record Clause(String text, long count) {}

  /**
   * The hits over time, by day, week, month or year; those of unknown date, and those whose date is
   * known less precisely than to one bucket, are counted apart.
   */
  public record TimelineView(String unit, List<BucketView> buckets, long undated, long imprecise) {
    static TimelineView of(Timeline timeline, Optional<Timeline> all) {
      Map<LocalDate, Long> wholes = new HashMap<>();
      all.ifPresent(a -> a.buckets().forEach(b -> wholes.put(b.start(), b.count())));
      return new TimelineView(
          timeline.unit().label(),
          timeline.buckets().stream()
              .map(b -> new BucketView(b.start().toString(), b.count(), wholes.get(b.start())))
              .toList(),
          timeline.undated(),
          timeline.imprecise());
    }
  }

  /**
   * One stretch of time, named by its first day.
   *
   * @param of how many articles of that time the same filters leave, whatever the query; absent
   *     where shares are not asked for
   */
  public record BucketView(
      String start, long count, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long of) {}

  /** The view of a search that did not come over HTTP. */
  public static SearchView of(ParsedQuery query, SearchRequest request, SearchResults results) {
    return of(QueryView.of(query), request.page(), request.size(), results, Optional.empty());
  }

  static SearchView of(
      QueryView query, int page, int size, SearchResults results, Optional<Timeline> all) {
    return new SearchView(
        query.and(Note.texts(results.notes())),
        new Total(results.total(), results.isComplete() ? "eq" : "gte"),
        TiersView.of(results.tiers()),
        results.folded(),
        page,
        size,
        results.took().toMillis(),
        results.hits().stream().map(HitView::of).toList(),
        results.next().map(PageCursor::text).orElse(null),
        results.clauses().stream()
            .map(c -> new Clause(CanonicalText.of(c.clause()), c.count()))
            .toList(),
        results.didYouMean(),
        results.dateInstead(),
        facets(results),
        TimelineView.of(results.timeline(), all));
  }

  /** The same with these as its hits. */
  SearchView withHits(List<HitView> others) {
    return new SearchView(
        query,
        total,
        tiers,
        folded,
        page,
        size,
        tookMillis,
        others,
        next,
        clauses,
        didYouMean,
        dateInstead,
        facets,
        timeline);
  }

  private static Map<String, List<FacetCount>> facets(SearchResults results) {
    Map<String, List<FacetCount>> facets = new LinkedHashMap<>();
    for (FacetField facet : FacetField.values()) {
      List<FacetCount> counts = results.facets().get(facet);
      if (counts != null) {
        facets.put(facet.label(), counts);
      }
    }
    return facets;
  }
}
