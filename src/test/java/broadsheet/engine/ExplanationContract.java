package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import broadsheet.Seeds;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.Explanation.Unit;
import broadsheet.engine.result.Hit;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares explained ranks with the hits, over random queries. */
abstract class ExplanationContract extends EngineContract {

  private static final int SEEDS = Seeds.orAsked(3);
  private static final int ARTICLES = 20;
  private static final int QUERIES = 15;

  /** Number of articles explained for each query. */
  private static final int EXPLAINED = 5;

  @Test
  void everyHitIsExplainedAsItWasRanked() {
    checkRandomQueries(SEEDS, ARTICLES, QUERIES, ExplanationContract::check);
  }

  @Test
  void conditionsAddNothingToAScore() {
    checkRandomQueries(SEEDS, ARTICLES, 1, ExplanationContract::checkConditions);
  }

  private static void checkConditions(
      SearchEngine engine, QueryNode query, List<PrintedArticle> articles) {
    Set<String> all =
        articles.stream().map(article -> article.article().id()).collect(Collectors.toSet());
    for (QueryNode condition :
        List.of(
            new QueryNode.OnList("all", all),
            new QueryNode.NumberRange(QueryField.QUALITY, Optional.of(0L), Optional.empty()),
            new QueryNode.DateRange(Optional.empty(), Optional.of(LocalDate.MAX)),
            new QueryNode.DateUnknown())) {
      assertThat(scores(engine, condition)).as("%s", condition).allMatch(score -> score == 0);
    }
    assertThat(scores(engine, new QueryNode.OnList("all", all))).isNotEmpty();
  }

  private static List<Float> scores(SearchEngine engine, QueryNode query) {
    return engine
        .search(new SearchRequest(query, Filters.none(), SortOrder.RELEVANCE, 1, 100))
        .hits()
        .stream()
        .map(Hit::score)
        .toList();
  }

  private static void check(SearchEngine engine, QueryNode query, List<PrintedArticle> articles) {
    List<Hit> hits =
        engine.search(new SearchRequest(query, Filters.none(), SortOrder.RELEVANCE, 1, 100)).hits();
    List<String> ids = hits.stream().map(Hit::id).toList();
    for (PrintedArticle article : articles.subList(0, EXPLAINED)) {
      String id = article.article().id();
      Explanation why = engine.explain(SearchRequest.of(query), id).orElseThrow();
      int place = ids.indexOf(id);
      assertThat(why.isHit()).as("%s a hit of %s", id, query).isEqualTo(place >= 0);
      if (place >= 0) {
        assertThat(why.rank()).as("%s of %s", id, query).hasValue(place + 1);
        assertExplained(query, why, hits.get(place));
      } else {
        assertThat(why.rank()).isEmpty();
        assertThat(why.units()).as("%s of %s", id, query).anyMatch(Explanation.Unit::isMissing);
      }
    }
  }

  private static void assertExplained(QueryNode query, Explanation why, Hit hit) {
    assertThat(why.score())
        .as("%s", query)
        .isCloseTo(hit.score(), within(0.001 + hit.score() / 1000));
    double units = why.units().stream().mapToDouble(Unit::share).sum();
    double all =
        units
            + why.pairs().stream().mapToDouble(Explanation.Pair::share).sum()
            + why.learnt().map(Explanation.Learnt::share).orElse(0.0);
    assertThat(all).as("shares of %s", query).isCloseTo(why.score() > 0 ? 1 : 0, within(1e-6));
    if (why.fit() == Explanation.Fit.WHOLE) {
      assertThat(why.units()).as("%s", query).noneMatch(Unit::isMissing);
    }
    why.numbers().ifPresent(ExplanationContract::assertNamesNoClass);
  }

  private static void assertNamesNoClass(Explanation.Numbers step) {
    assertThat(step.description()).doesNotContainPattern("\\w\\[|\\[\\w+]"); // a range is [1 TO 2]
    step.details().forEach(ExplanationContract::assertNamesNoClass);
  }
}
