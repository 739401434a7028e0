package broadsheet.lucene.shards;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.Engine;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.SearchAnswers;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.TestArticles;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.LuceneEngine;
import broadsheet.lucene.coordinator.ShardedArchive;
import broadsheet.lucene.coordinator.ShardedSearchEngine;
import broadsheet.lucene.coordinator.Shards;
import broadsheet.query.QueryNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts the questions to the shards: each is a round trip over the network. */
class QuestionsTest {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir private Path place;

  private final AtomicInteger asked = new AtomicInteger();

  private final List<LocalShards> opened = new ArrayList<>();

  @AfterEach
  void closeShards() {
    opened.forEach(LocalShards::close);
  }

  private ShardedSearchEngine counted() {
    return counted(Optional.empty());
  }

  /**
   * @param fault why the archive may have changed
   */
  private ShardedSearchEngine counted(Optional<String> fault) {
    LocalShards shards = new LocalShards(Generations.in(place));
    opened.add(shards);
    ShardedArchive archive = shards.current();
    Shards counting =
        (call, request, left, isPatient) -> {
          asked.incrementAndGet();
          return archive.shards().ask(call, request, left, isPatient);
        };
    return new ShardedSearchEngine(
        new SeenShards(shards, new ShardedArchive(counting, archive.format()), fault), LIMIT);
  }

  @Test
  void answersSayThatTheArchiveMayHaveChanged() {
    try (IndexingSession session = new ShardedEngine(place).rebuild()) {
      session.add(Article.withId("a").title("Grain").build());
      session.commit(List.of());
    }
    SearchRequest all = SearchRequest.of(new QueryNode.Everything());
    try (ShardedSearchEngine engine = counted()) {
      assertThat(engine.search(all).notes()).isEmpty();
    }
    try (ShardedSearchEngine engine = counted(Optional.of("No node answers."))) {
      assertThat(engine.search(all).notes()).containsExactly(Note.Plain.UNCONFIRMED);
    }
  }

  @Test
  void suggestionsAreTriedTogether() {
    try (IndexingSession session = new ShardedEngine(place).rebuild()) {
      for (int i = 0; i < 30; i++) {
        String word = "harbour" + (char) ('a' + i % 10);
        session.add(
            Article.withId("a" + i)
                .title("The " + word + " is open")
                .source("Harbour Post " + i % 3)
                .paragraphs(List.of("Grain came to the " + word + " by river."))
                .build());
      }
      session.commit(List.of());
    }
    try (ShardedSearchEngine engine = counted()) {
      assertThat(engine.suggest("grain -river OR harb", 10)).hasSize(10);
      assertThat(asked.get()).as("was 36 one by one").isLessThan(15);
    }
  }

  @Test
  void otherSpellingsAreCountedTogether() {
    try (IndexingSession session = new ShardedEngine(place).rebuild()) {
      for (int i = 0; i < 30; i++) {
        session.add(TestArticles.article("a" + i, "Grain of the harbour " + i % 3 + ", lot " + i));
      }
      session.commit(List.of());
    }
    QueryNode misspelt =
        new QueryNode.Together(List.of(new QueryNode.Word("grian"), new QueryNode.Word("harbuor")));
    try (ShardedSearchEngine engine = counted()) {
      SearchRequest request = SearchRequest.of(misspelt);
      assertThat(questions(() -> engine.search(request))).isLessThan(11);
      assertThat(engine.search(request).didYouMean()).containsExactly("grain harbour");
      assertThat(questions(() -> engine.search(request))).as("facts are known").isLessThan(5);
    }
  }

  @Test
  void aPageOfResultsTakesTwoQuestionsOnceItsTermsAreKnown() {
    try (IndexingSession session = new ShardedEngine(place).rebuild()) {
      for (int i = 0; i < 300; i++) {
        session.add(TestArticles.article("a" + i, "Grain of harbour " + i % 3 + ", lot " + i));
      }
      session.commit(List.of());
    }
    try (ShardedSearchEngine engine = counted();
        SearchEngine other = new ShardedEngine(place).search(LIMIT)) {
      SearchRequest request = SearchRequest.of(new QueryNode.Word("grain"));
      assertThat(questions(() -> engine.search(request))).as("facts as well").isGreaterThan(2);
      assertThat(questions(() -> engine.search(request))).isEqualTo(2);
      List<String> ids = SearchAnswers.ids(engine.search(request));
      assertThat(ids).hasSize(10);
      assertThat(questions(() -> assertThat(engine.refs(ids)).isEqualTo(other.refs(ids)))).isZero();
    }
  }

  private static void addManyNames(Engine engine) {
    Random random = new Random(5);
    try (IndexingSession session = engine.rebuild()) {
      for (int i = 0; i < 1_500; i++) {
        session.add(
            TestArticles.article("a" + i, "Grain of harbour " + i % 3 + ", lot " + i).toBuilder()
                .people(List.of("Ann " + random.nextInt(3_000), "Bob " + random.nextInt(3_000)))
                .build());
      }
      session.commit(List.of());
    }
  }

  /** The most frequent are found among all names of all shards. */
  @Test
  void aPageWithManyAboutEquallyFrequentNamesTakesThreeQuestions() {
    LuceneEngine embedded = new LuceneEngine(place.resolve("embedded"));
    for (Engine each : List.of(new ShardedEngine(place), embedded)) {
      addManyNames(each);
    }
    try (ShardedSearchEngine engine = counted();
        SearchEngine whole = embedded.search(LIMIT)) {
      for (String word : List.of("grain", "1")) {
        SearchRequest request = SearchRequest.of(new QueryNode.Word(word));
        Map<FacetField, List<FacetCount>> facets = whole.search(request).facets();
        assertThat(facets.get(FacetField.PERSON)).hasSize(SearchResults.MAX_FACET_VALUES);
        assertThat(engine.search(request).facets()).isEqualTo(facets);
        assertThat(questions(() -> engine.search(request))).isEqualTo(3);
      }
    }
  }

  private int questions(Runnable asking) {
    int before = asked.get();
    asking.run();
    return asked.get() - before;
  }
}
