package broadsheet.web.results;

import broadsheet.engine.LookedAt;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.PageCursor;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.FoundAnswers;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.Tiers;
import broadsheet.engine.result.Timeline;
import broadsheet.query.CanonicalText;
import broadsheet.query.ParsedQuery;
import broadsheet.web.page.FacetValue;
import broadsheet.web.page.HitView;
import broadsheet.web.page.QueryView;
import broadsheet.web.page.WordsView;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of results. Component names are the JSON keys of {@code /search.json}; the results page
 * shows the same.
 *
 * @param query the query and its interpretation
 * @param total the number of matching articles
 * @param tiers the number of articles that match all of the query, and of the other hits, which
 *     match part of it
 * @param folded the number of matches grouped under a hit that they are reprints of
 * @param page the page number, from 1
 * @param size hits per page
 * @param tookMillis time spent in the engine
 * @param hits the hits of this page
 * @param next the value of {@code after} for the next page; null on the last
 * @param clauses if there is no full match: the number of articles that match each part of the
 *     query alone
 * @param didYouMean queries with other spellings that find something, or far more
 * @param dateInstead if the query names a date in words: queries for that date
 * @param name the name that the query consists of; absent if it is none
 * @param answers where the query asks a question: the sentences that answer it, on the first page
 *     by relevance; absent if none is likely to
 * @param facets the most frequent values, by the name of their facet; a facet used as a filter is
 *     counted as if it were not
 * @param timeline all hits over time
 * @param words the number of words of all hits; absent if it was not requested
 * @param distinctive the words that set the matches apart; absent if they were not requested
 * @param lookedAt the articles among which nothing or the oldest was found, in a sentence; absent
 *     for other answers
 * @param tryMode the search mode that may find more; absent if there is no reason to try another
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
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NameCard name,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AnswersView answers,
    Map<String, List<FacetValue>> facets,
    TimelineView timeline,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long words,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WordsView distinctive,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String lookedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String tryMode) {

  /**
   * The number of articles that match.
   *
   * @param relation {@code eq} if exact; {@code gte} if at least this many, as a note says
   */
  public record Total(long value, String relation) {}

  /**
   * The completeness of the hits.
   *
   * @param all the number of articles that match all of the query
   * @param some the number of the other hits, which match part of it
   * @param words the number of words that a hit may lack; 0 if it may lack none, or not only words
   * @param note explains this in a sentence; empty if all hits match all of it
   */
  public record TiersView(long all, long some, int words, String note) {
    static TiersView of(Tiers tiers) {
      return new TiersView(
          tiers.all(), tiers.some(), tiers.words(), tiers.note().map(Note::text).orElse(""));
    }
  }

  /** A part of the query in query syntax, and the number of articles that match it alone. */
  public record Clause(String text, long count) {}

  /**
   * The hits over time, by day, week, month or year. Hits whose date is unknown, or too imprecise
   * for a single bucket, are counted separately.
   */
  public record TimelineView(String unit, List<BucketView> buckets, long undated, long imprecise) {
    public static TimelineView of(Timeline timeline, Optional<Timeline> all) {
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
   * One period, named by its first day.
   *
   * @param of the number of articles from that period that pass the filters, with any query; absent
   *     if shares are not shown
   */
  public record BucketView(
      String start, long count, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long of) {}

  /** The view of a search from outside HTTP. */
  public static SearchView of(ParsedQuery query, SearchRequest request, SearchResults results) {
    List<HitView> hits = results.hits().stream().map(HitView::of).toList();
    SearchView view =
        of(QueryView.of(query), request.page(), request.size(), results, hits, Optional.empty());
    return request.sort() == SortOrder.RELEVANCE && request.before() == 0
        ? view.answering(FoundAnswers.of(results.hits()))
        : view;
  }

  static SearchView of(
      QueryView query,
      int page,
      int size,
      SearchResults results,
      List<HitView> hits,
      Optional<Timeline> all) {
    return new SearchView(
        query.and(Note.texts(results.notes())),
        new Total(results.total(), results.completeness().isLowerBound() ? "gte" : "eq"),
        TiersView.of(results.tiers()),
        results.folded(),
        page,
        size,
        results.took().toMillis(),
        hits,
        results.next().map(PageCursor::text).orElse(null),
        results.clauses().stream()
            .map(c -> new Clause(CanonicalText.of(c.clause()), c.count()))
            .toList(),
        results.didYouMean(),
        results.dateInstead(),
        NameCard.of(query.text(), results).orElse(null),
        null,
        facets(results),
        TimelineView.of(results.timeline(), all),
        results.words().isPresent() ? results.words().getAsLong() : null,
        null,
        null,
        null);
  }

  /** A copy with the sentences that answer its question. */
  public SearchView answering(FoundAnswers found) {
    return with(name, AnswersView.of(found).orElse(null), distinctive, lookedAt, tryMode);
  }

  /** A copy with the words that set its articles apart. */
  SearchView withWords(WordsView apart) {
    return with(name, answers, apart, lookedAt, tryMode);
  }

  /** A copy that advises another mode. */
  SearchView trying(SearchMode mode) {
    return with(name, answers, distinctive, lookedAt, mode.name().toLowerCase(Locale.ROOT));
  }

  /** A copy that says what was looked at, where nothing was found or the oldest comes first. */
  public SearchView lookingAt(SearchRequest request, SearchResults results, SearchEngine engine) {
    return LookedAt.after(request, results, engine)
        .map(looked -> with(name, answers, distinctive, looked.text(), tryMode))
        .orElse(this);
  }

  /** A copy with the first and last mention of its name, and its quotes. */
  SearchView withMentions(SearchEngine engine) {
    return name == null ? this : with(name.in(engine), answers, distinctive, lookedAt, tryMode);
  }

  private SearchView with(
      @Nullable NameCard card,
      @Nullable AnswersView answered,
      @Nullable WordsView apart,
      @Nullable String looked,
      @Nullable String mode) {
    return new SearchView(
        query,
        total,
        tiers,
        folded,
        page,
        size,
        tookMillis,
        hits,
        next,
        clauses,
        didYouMean,
        dateInstead,
        card,
        answered,
        facets,
        timeline,
        words,
        apart,
        looked,
        mode);
  }

  private static Map<String, List<FacetValue>> facets(SearchResults results) {
    Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
    for (FacetField facet : FacetField.values()) {
      List<FacetCount> counts = results.facets().get(facet);
      if (counts != null) {
        facets.put(facet.label(), FacetValue.of(counts));
      }
    }
    return facets;
  }
}
