package broadsheet.web.front;

import broadsheet.engine.IndexSummary;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.web.front.OnThisDay.Anniversary;
import broadsheet.web.issues.Newspapers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts on the front page other than the newest articles, computed once for each day and state
 * of the index. Thread-safe.
 */
final class FrontFacts {
  private final SearchEngine engine;
  private volatile @Nullable Known known;

  /** The facts of one state of the index on one day. */
  private record Known(Instant builtAt, long articles, LocalDate day, Facts facts) {
    boolean isOf(IndexSummary summary, LocalDate today) {
      return builtAt.equals(summary.builtAt())
          && articles == summary.articles()
          && day.equals(today);
    }
  }

  /**
   * The facts.
   *
   * @param onThisDay articles of this day in earlier years
   * @param topics the topics with most articles that are words
   * @param hasIssues whether there are scanned issues to browse
   */
  record Facts(List<Anniversary> onThisDay, List<FacetCount> topics, boolean hasIssues) {}

  FrontFacts(SearchEngine engine) {
    this.engine = engine;
  }

  Facts of(IndexSummary summary, SearchResults all, LocalDate today) {
    Known last = known;
    if (last != null && last.isOf(summary, today)) {
      return last.facts();
    }
    Facts facts =
        new Facts(
            new OnThisDay(engine).articles(today),
            new ReadableTopics(engine)
                .of(all.facets().getOrDefault(FacetField.TOPIC, List.of()), HomePage.MOST_VALUES),
            engine.hasAny(Newspapers.SCANNED, Filters.none()));
    known = new Known(summary.builtAt(), summary.articles(), today, facts);
    return facts;
  }
}
