package broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.request.StandingSearch;
import broadsheet.engine.result.Arrival;
import broadsheet.ledger.Source;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The new articles of a saved search are those that an ordinary search finds among the new
 * articles, and that {@link ReferenceEvaluator} confirms.
 */
abstract class RandomArrivalContract extends EngineContract {

  /** Number of corpora to try by default; {@code -Dseeds=N} tries more. */
  private static final int SEEDS = Seeds.orAsked(10);

  private static final int OLD = 8;
  private static final int NEW = 12;
  private static final int QUERIES = 40;

  private int round;

  @Test
  void whatIsMatchedAsItComesInIsWhatASearchFindsAfterwards() {
    Seeds.each(SEEDS, this::oneUpdate);
  }

  private void oneUpdate(Random random) {
    List<PrintedArticle> all = PrintedArticle.some(random, OLD + NEW);
    List<Article> articles = PrintedArticle.plain(all);
    List<StandingSearch> searches =
        IntStream.range(0, QUERIES)
            .mapToObj(i -> new StandingSearch("s" + i, query(random), filters(random, all)))
            .toList();
    Path index = folder.resolve("index" + round++);
    build(index, articles.subList(0, OLD));
    StandingAlerts alerts = StandingAlerts.of(searches);
    try (IndexingSession session = at(index).update(alerts)) {
      articles.subList(OLD, OLD + NEW).forEach(article -> session.add("/test/new", article));
      session.commit(List.of(new Source("/test", "")));
    }
    try (SearchEngine engine = open(index)) {
      searches.forEach(search -> check(engine, search, all.subList(OLD, OLD + NEW)));
    }
  }

  /** One in ten is a long sequence of words. */
  private static QueryNode query(Random random) {
    if (random.nextInt(10) > 0) {
      return new RandomTree(random).tree();
    }
    List<QueryNode> parts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      parts.add(new QueryNode.Word(new RandomTree(random).word()));
    }
    if (random.nextBoolean()) {
      parts.add(new RandomTree(random).tree());
    }
    return new QueryNode.Together(parts);
  }

  private static Filters filters(Random random, List<PrintedArticle> articles) {
    if (random.nextInt(3) > 0) {
      return Filters.none();
    }
    String source = articles.get(random.nextInt(articles.size())).article().source();
    Map<FacetField, List<String>> values =
        random.nextBoolean() && !source.isEmpty()
            ? Map.of(FacetField.SOURCE, List.of(source))
            : Map.of();
    LocalDate day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(300));
    return random.nextBoolean()
        ? new Filters(Optional.of(day), Optional.empty(), values)
        : new Filters(Optional.empty(), Optional.of(day.plusDays(200)), values);
  }

  private static void check(
      SearchEngine engine, StandingSearch search, List<PrintedArticle> newcomers) {
    Set<String> ids =
        newcomers.stream().map(each -> each.article().id()).collect(Collectors.toSet());
    List<String> found = found(engine, search).stream().filter(ids::contains).toList();
    List<String> cameIn =
        engine.arrivals(search.id(), search.query(), Arrival.MOST).stream()
            .map(arrival -> arrival.hit().id())
            .toList();
    assertThat(cameIn).as("%s", search).containsExactlyInAnyOrderElementsOf(found);
    if (search.filters().isEmpty()) {
      List<String> meant =
          newcomers.stream()
              .filter(each -> ReferenceEvaluator.match(search.query(), each).isPresent())
              .map(each -> each.article().id())
              .toList();
      assertThat(cameIn).as("%s", search).containsExactlyInAnyOrderElementsOf(meant);
    }
  }

  /** The full matches of an ordinary search. */
  private static List<String> found(SearchEngine engine, StandingSearch search) {
    SearchRequest request =
        new SearchRequest(search.query(), search.filters(), SortOrder.NEWEST, 1, OLD + NEW)
            .unfolded()
            .matching(Match.ALL);
    return engine.hasAny(search.query(), search.filters())
        ? SearchAnswers.ids(engine.search(request))
        : List.of();
  }
}
