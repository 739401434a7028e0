package broadsheet.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import broadsheet.article.Article;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.Explanation.Unit;
import broadsheet.engine.result.Hit;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.names.FoundNames;
import broadsheet.lucene.snapshot.ArticleLanguages;
import broadsheet.lucene.snapshot.ReaderDictionary;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits of each step of searching and ranking. */
class RankingStepsTest {

  private static final String QUESTION = "What did Thatcher say about the Miners of the pit";

  @TempDir private Path folder;

  @Test
  void placesAreToldAlsoWhenTheTimeIsUpMeanwhile() throws Exception {
    TestIndex.build(folder, List.of(TestIndex.article("a", "The harbour and the strike.")));
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      Query query = compiled("harbour strike", reader);
      Deadline deadline = Deadline.in(Duration.ofMillis(300));
      BoundedSearcher searcher = BoundedSearcher.of(new IndexSearcher(reader), deadline);
      MatchMarker marker = new MatchMarker(searcher, query);
      Thread.sleep(deadline.left().toMillis() + 1);
      MatchMarker.Matched matched = marker.in(0).orElseThrow();
      assertThat(matched.places(QueryField.BODY)).hasSize(2);
    }
  }

  @Test
  void aCompiledQueryKeepsNothingOfTheIndexAlive() throws Exception {
    TestIndex.build(folder, List.of(TestIndex.article("a", "The harbour and the strike.")));
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      LanguageCompiler compiler =
          new LanguageCompiler(
              new ReaderDictionary(reader),
              ArticleLanguages.of(reader),
              ArticleLanguages.of(reader),
              Deadline.none(),
              FoundNames.NONE);
      WeakReference<LanguageCompiler> made = new WeakReference<>(compiler);
      Query query = compiler.compile(parsed("harbour strike"));
      compiler = null;
      for (int i = 0; i < 100 && made.get() != null; i++) {
        System.gc();
        Thread.sleep(10);
      }
      assertThat(made.get()).as("what compiled %s", query).isNull();
    }
  }

  @Test
  void rankingWithoutTimeGivesWhatThereIs() {
    TestIndex.build(folder, List.of(TestIndex.article("a", "Thatcher and the miners.")));
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder, Duration.ofNanos(1))) {
      assertThat(engine.rank(SearchRequest.of(parsed(QUESTION)), 10).ids()).isEmpty();
    }
  }

  /** Replaced articles still count in the index statistics until they are merged away. */
  @Test
  void wordsThatNearlyAllArticlesHaveNeverCountAgainstOne() {
    TestIndex.build(folder, IntStream.range(0, 200).mapToObj(i -> prices("old" + i)).toList());
    for (int round = 0; round < 2; round++) {
      String of = "round" + round + "-";
      TestIndex.update(
          folder, "/new", IntStream.range(0, 40).mapToObj(i -> prices(of + i)).toList());
    }
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
      QueryNode query = parsed("reuter price");
      List<Hit> hits = engine.search(SearchRequest.of(query)).hits();
      assertThat(hits).isNotEmpty().allMatch(hit -> hit.score() > 0);
      Explanation why = why(engine, "reuter price", hits.getFirst().id());
      assertThat(why.units()).allMatch(unit -> unit.share() > 0);
    }
  }

  private static Article prices(String id) {
    return TestIndex.article(id, "Reuter price of grain " + id);
  }

  @Test
  void headlineCountsForItsWordHoweverItIsTyped() {
    TestIndex.build(
        folder,
        List.of(
            Article.withId("a")
                .title("Thatcher meets miners")
                .paragraphs(List.of("They said little."))
                .language("en")
                .build(),
            TestIndex.article("b", "A pit was closed.")));
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
      Explanation why = why(engine, QUESTION, "a");
      assertThat(share(why, "thatcher")).isCloseTo(share(why, "miners"), within(1e-9));
      Explanation twice = why(engine, "thatcher (thatcher OR grain)", "a");
      List<Unit> both =
          twice.units().stream().filter(unit -> unit.text().equals("thatcher")).toList();
      assertThat(both).hasSize(2);
      assertThat(both.getFirst().share()).isGreaterThan(1.5 * both.getLast().share());
      Explanation forms = why(engine, "miner miners", "a");
      assertThat(share(forms, "miner")).as("not as printed").isLessThan(share(forms, "miners"));
    }
  }

  @Test
  void nothingIsNearAcrossParagraphs() {
    TestIndex.build(
        folder,
        List.of(
            TestIndex.article("apart", "All along the harbour", "Strike over, said the union"),
            TestIndex.article("near", "All along the harbour strike", "Over, said the union")));
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
      assertThat(why(engine, "harbour strike", "apart").pairs()).isEmpty();
      assertThat(why(engine, "harbour strike", "near").pairs()).hasSize(1);
    }
  }

  private static double share(Explanation why, String text) {
    return why.units().stream()
        .filter(unit -> unit.text().equals(text))
        .findFirst()
        .orElseThrow()
        .share();
  }

  private static Explanation why(LuceneSearchEngine engine, String query, String id) {
    return engine.explain(SearchRequest.of(parsed(query)), id).orElseThrow();
  }

  private static Query compiled(String query, DirectoryReader reader) throws IOException {
    return new LanguageCompiler(
            new ReaderDictionary(reader),
            ArticleLanguages.of(reader),
            ArticleLanguages.of(reader),
            Deadline.none(),
            FoundNames.NONE)
        .compile(parsed(query));
  }

  private static QueryNode parsed(String query) {
    return QueryParser.parse(query, LocalDate.EPOCH).root();
  }
}
