package broadsheet.engine;

import static broadsheet.engine.TestArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.ledger.Source;
import broadsheet.query.QueryNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Searches see all of a rebuild or an update, or nothing of it. */
abstract class CommitContract extends EngineContract {

  private static final QueryNode TIDE = new QueryNode.Word("tide");
  private static final int REBUILDS = 6;

  /** Long enough for a busy machine; the port promises a second. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void nothingIsSeenBeforeTheCommitAndSoonAllOfItIs() throws InterruptedException {
    build(folder, state("old", 2));
    try (SearchEngine engine = open(folder)) {
      try (IndexingSession session = at(folder).update()) {
        state("new", 3).forEach(article -> session.add("/test/more", article));
        assertThat(engine.articleCount()).isEqualTo(2);
        assertThat(engine.search(SearchRequest.of(TIDE)).total()).isEqualTo(2);
        long generation = engine.status().generation();
        session.commit(List.of(new Source("/test", "")));
        awaitCount(engine, 5);
        assertThat(engine.search(SearchRequest.of(TIDE)).total()).isEqualTo(5);
        assertThat(engine.article("new0")).isPresent();
        assertThat(engine.coverage().all().articles()).isEqualTo(5);
        awaitGeneration(engine, generation);
      }
    }
  }

  private static void awaitCount(SearchEngine engine, long count) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (engine.articleCount() != count) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static void awaitGeneration(SearchEngine engine, long before)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (engine.status().generation() <= before) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(20);
    }
  }

  @Test
  void whatIsGivenUpLeavesTheIndexAsItWas() {
    build(folder, state("old", 2));
    for (boolean isUpdate : new boolean[] {true, false}) {
      Engine engine = at(folder);
      try (IndexingSession session = isUpdate ? engine.update() : engine.rebuild()) {
        state("new", 3).forEach(session::add);
        session.removeUnseen("/test");
      }
      try (SearchEngine reopened = open(folder)) {
        assertThat(SearchAnswers.ids(reopened.search(SearchRequest.of(TIDE))))
            .containsExactlyInAnyOrder("old0", "old1");
      }
    }
  }

  /** Two archives replace each other in turn during searches. */
  @Test
  void everyAnswerDuringRebuildsIsOfOneState() {
    build(folder, state("old", 40));
    AtomicBoolean isDone = new AtomicBoolean();
    try (SearchEngine engine = open(folder)) {
      CompletableFuture<Integer> searching =
          CompletableFuture.supplyAsync(() -> searchUntil(isDone, engine));
      try {
        for (int i = 0; i < REBUILDS; i++) {
          build(folder, i % 2 == 0 ? state("new", 50) : state("old", 40));
        }
      } finally {
        isDone.set(true);
      }
      assertThat(searching.join()).isPositive();
    }
  }

  private static int searchUntil(AtomicBoolean isDone, SearchEngine engine) {
    SearchRequest request =
        new SearchRequest(TIDE, Filters.none(), SortOrder.RELEVANCE, 1, 100).unfolded();
    int searches = 0;
    while (!isDone.get() || searches == 0) {
      SearchResults results = engine.search(request);
      boolean isOld = results.hits().getFirst().id().startsWith("old");
      String source = isOld ? "old" : "new";
      int count = isOld ? 40 : 50;
      assertThat(results.total()).isEqualTo(count);
      assertThat(results.hits()).hasSize(count).allMatch(hit -> hit.id().startsWith(source));
      assertThat(results.facets().get(FacetField.SOURCE))
          .containsExactly(new FacetCount(source, count));
      assertThat(results.timeline().total()).isEqualTo(count);
      searches++;
    }
    return searches;
  }

  private static List<Article> state(String source, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> article(source + i, "The tide number " + i).toBuilder().source(source).build())
        .toList();
  }
}
