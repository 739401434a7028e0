package broadsheet.lucene.search;

import static broadsheet.lucene.TestIndex.article;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.Vectors;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.FoundBy;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.semantic.ConceptEmbedder;
import broadsheet.lucene.semantic.SemanticIndexing;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches by words and meaning at once, with a simple model. */
class HybridSearchTest {

  private static final String PADDING =
      " Nothing else was said about it by those who were asked on that day.".repeat(12);

  @TempDir private Path folder;
  private final ConceptEmbedder model = new ConceptEmbedder();
  private LuceneSearchEngine engine;

  @BeforeEach
  void build() {
    TestIndex.build(
        folder,
        List.of(
            article("ferry", "The ferry was held up by a strike."),
            article("boat", "A boat lay idle because of the walkout of her crew."),
            article(
                "long",
                "It was cold." + PADDING,
                "The vessel sailed after the stoppage." + PADDING),
            article("wheat", "The wheat failed in the drought."),
            dated("dated", "A ship was late after a stoppage.", "1990-05-01", "Gazette"),
            article("council", "The council met and rose.")));
    SemanticIndexing.update(folder, EmbeddingModels.of(model), (_, _) -> {});
    engine = LuceneSearchEngine.open(folder, EmbeddingModels.of(model));
  }

  private static Article dated(String id, String text, String day, String source) {
    return Article.withId(id)
        .title("Untold " + id)
        .paragraphs(List.of(text))
        .language("en")
        .source(source)
        .publishedAt(new PublicationDate(day, PublicationDate.Origin.STATED))
        .build();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private static SearchRequest request(String query) {
    return SearchRequest.of(QueryParser.parse(query, LocalDate.of(2026, 1, 1)).root())
        .in(SearchMode.HYBRID);
  }

  private SearchResults search(String query) {
    return engine.search(request(query));
  }

  private static Hit hit(SearchResults results, String id) {
    return results.hits().stream().filter(h -> h.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void articlesAreFoundByWhatTheyMean() {
    SearchResults results = search("ferry strike");
    assertThat(TestIndex.ids(results)).startsWith("ferry").contains("boat", "long", "dated");
    assertThat(TestIndex.ids(results)).doesNotContain("wheat", "council");
    assertThat(results.total()).isEqualTo(4);
    assertThat(Note.texts(results.notes()))
        .containsExactly(
            "1 article has all of these words; the others have some of them, or are near them in"
                + " meaning. 3 articles are found by meaning alone.");
  }

  @Test
  void rankingGoesOnByWordsWhereNothingIsNear() {
    QueryNode query = request("balloon rose").query();
    assertThat(engine.rank(SearchRequest.of(query).in(SearchMode.HYBRID), 9).ids())
        .containsExactly("council");
  }

  @Test
  void articlesWithSomeOfTheWordsJoinAFewThatHaveAll(@TempDir Path other) {
    TestIndex.build(
        other,
        List.of(
            article("both", "The dike broke."), article("one", "The dike held beside the ferry.")));
    SemanticIndexing.update(other, EmbeddingModels.of(model), (_, _) -> {});
    try (LuceneSearchEngine dikes = LuceneSearchEngine.open(other, EmbeddingModels.of(model))) {
      SearchResults results = dikes.search(request("dike broke"));
      assertThat(TestIndex.ids(results)).containsExactly("both", "one");
      assertThat(hit(results, "one").foundBy()).isEqualTo(FoundBy.WORDS);
      assertThat(
              dikes
                  .rank(SearchRequest.of(request("dike broke").query()).in(SearchMode.HYBRID), 9)
                  .ids())
          .containsExactly("both", "one");
    }
  }

  @Test
  void wordsAloneAreAskedByDefault() {
    SearchResults results = engine.search(request("ferry strike").in(SearchMode.LEXICAL));
    assertThat(TestIndex.ids(results)).containsExactly("ferry");
    assertThat(Note.texts(results.notes())).isEmpty();
    assertThat(results.hits().getFirst().foundBy()).isEqualTo(FoundBy.WORDS);
  }

  @Test
  void hitByMeaningSaysSoAndShowsItsClosestPassageUnmarked() {
    SearchResults results = search("ferry strike");
    assertThat(hit(results, "ferry").foundBy()).isEqualTo(FoundBy.WORDS);
    assertThat(hit(results, "ferry").snippets().getFirst().isMarked()).isTrue();
    Hit found = hit(results, "long");
    assertThat(found.foundBy()).isEqualTo(FoundBy.MEANING);
    assertThat(found.title().isMarked()).isFalse();
    assertThat(found.snippets()).hasSize(1).noneMatch(MarkedText::isMarked);
    assertThat(found.snippets().getFirst().text()).contains("The vessel sailed");
    assertThat(found.snippets().getFirst().text()).doesNotContain("It was cold");
  }

  @Test
  void whatNoArticleHasAllOfIsFoundByMostOfItAndByMeaning() {
    SearchResults results = search("ferry walkout council");
    assertThat(TestIndex.ids(results)).contains("ferry", "boat", "council", "long");
    assertThat(results.notes().getFirst().text()).startsWith("No article has all of these words");
    assertThat(hit(results, "council").foundBy()).isEqualTo(FoundBy.WORDS);
    assertThat(hit(results, "long").foundBy()).isEqualTo(FoundBy.MEANING);
    assertThat(results.clauses()).isNotEmpty();
  }

  @Test
  void exclusionsPhrasesFieldsAndDatesHoldForHitsByMeaning() {
    assertThat(TestIndex.ids(search("ferry strike -crew"))).contains("long").doesNotContain("boat");
    assertThat(TestIndex.ids(search("ferry \"because of the walkout\""))).containsExactly("boat");
    assertThat(TestIndex.ids(search("ferry title:boat"))).containsExactly("boat");
    assertThat(TestIndex.ids(search("ferry source:Gazette"))).containsExactly("dated");
    assertThat(TestIndex.ids(search("ferry date:1990"))).containsExactly("dated");
    assertThat(TestIndex.ids(search("ferry date:1991"))).isEmpty();
  }

  @Test
  void queriesWithoutPlainWordsAreAnsweredByWordsAlone() {
    SearchResults results = search("ferry AND strike");
    assertThat(TestIndex.ids(results)).containsExactly("ferry");
    assertThat(Note.texts(results.notes()))
        .anyMatch(note -> note.startsWith("The query has no plain words"));
    assertThat(search("").total()).isEqualTo(6);
  }

  @Test
  void filtersHoldAndFacetsCountAllHits() {
    Filters gazette = Filters.none().with(FacetField.SOURCE, List.of("Gazette"));
    SearchRequest asked =
        new SearchRequest(request("ferry").query(), gazette, SortOrder.RELEVANCE, 1, 10)
            .in(SearchMode.HYBRID);
    assertThat(TestIndex.ids(engine.search(asked))).containsExactly("dated");
    Map<FacetField, ?> facets = search("ferry").facets();
    assertThat(facets.toString()).contains("Gazette", "1");
  }

  @Test
  void sortedByDateItIsByWordsAlone() {
    SearchRequest newest =
        new SearchRequest(request("ferry").query(), Filters.none(), SortOrder.NEWEST, 1, 10)
            .in(SearchMode.HYBRID);
    SearchResults results = engine.search(newest);
    assertThat(TestIndex.ids(results)).containsExactly("ferry");
    assertThat(Note.texts(results.notes()))
        .anyMatch(note -> note.startsWith("With hits sorted by date"));
  }

  @Test
  void pagesGoOnWhereTheLastEnded() {
    List<String> all = TestIndex.ids(search("ferry strike"));
    List<String> paged = new ArrayList<>();
    for (int page = 1; page <= all.size(); page++) {
      SearchRequest one =
          new SearchRequest(
                  request("ferry strike").query(), Filters.none(), SortOrder.RELEVANCE, page, 1)
              .in(SearchMode.HYBRID);
      paged.addAll(TestIndex.ids(engine.search(one)));
    }
    assertThat(paged).isEqualTo(all);
    SearchRequest next =
        new SearchRequest(request("ferry").query(), Filters.none(), SortOrder.RELEVANCE, 1, 2)
            .in(SearchMode.HYBRID);
    List<String> followed = new ArrayList<>();
    for (Optional<SearchRequest> more = Optional.of(next); more.isPresent(); ) {
      SearchRequest asked = more.get();
      SearchResults results = engine.search(asked);
      followed.addAll(TestIndex.ids(results));
      more = results.next().map(asked::after);
    }
    assertThat(followed).isEqualTo(TestIndex.ids(search("ferry")));
  }

  @Test
  void exportsHaveTheSameArticlesInTheSameOrder() {
    List<String> exported = new ArrayList<>();
    engine.export(request("ferry strike"), article -> exported.add(article.id()));
    assertThat(exported).isEqualTo(TestIndex.ids(search("ferry strike")));
  }

  @Test
  void textsThatAreKnownAreNotReadAgain() {
    int before = model.texts().get();
    TestIndex.build(
        folder,
        List.of(
            article("ferry", "The ferry was held up by a strike."),
            article("new", "Rainless weeks took the crop.")));
    Vectors.Report report =
        SemanticIndexing.update(folder, EmbeddingModels.of(model), (_, _) -> {});
    assertThat(report.unchanged()).isEqualTo(1);
    assertThat(report.articles()).isEqualTo(1);
    assertThat(report.removed()).isEqualTo(5);
    assertThat(model.texts().get()).isEqualTo(before + 1);
    try (LuceneSearchEngine fresh = LuceneSearchEngine.open(folder, EmbeddingModels.of(model))) {
      assertThat(TestIndex.ids(fresh.search(request("harvest drought")))).containsExactly("new");
      assertThat(TestIndex.ids(fresh.search(request("boat")))).containsExactly("ferry");
    }
  }

  @Test
  void articlesTakenOutAreNotFoundThoughTheirVectorsAreStillThere() {
    TestIndex.build(folder, List.of(article("boat", "A boat lay idle for want of her crew.")));
    try (LuceneSearchEngine fresh = LuceneSearchEngine.open(folder, EmbeddingModels.of(model))) {
      assertThat(TestIndex.ids(fresh.search(request("ferry strike")))).isEmpty();
    }
  }

  @Test
  void vectorsOfAnotherModelAreNotCompared() {
    ConceptEmbedder other = model.changed();
    try (LuceneSearchEngine fresh = LuceneSearchEngine.open(folder, EmbeddingModels.of(other))) {
      assertThat(fresh.missingMeaning().orElseThrow())
          .contains("another model", "index --update --semantic");
      SearchResults results = fresh.search(request("ferry strike"));
      assertThat(TestIndex.ids(results)).containsExactly("ferry");
      assertThat(Note.texts(results.notes())).anyMatch(note -> note.contains("another model"));
    }
    assertThat(SemanticIndexing.update(folder, EmbeddingModels.of(other), (_, _) -> {}).articles())
        .isEqualTo(6);
  }

  @Test
  void withoutVectorsItSaysHowToMakeThem(@TempDir Path plain) {
    TestIndex.build(plain, List.of(article("ferry", "The ferry was held up.")));
    try (LuceneSearchEngine fresh = LuceneSearchEngine.open(plain, EmbeddingModels.of(model))) {
      SearchResults results = fresh.search(request("ferry"));
      assertThat(TestIndex.ids(results)).containsExactly("ferry");
      assertThat(Note.texts(results.notes()))
          .anyMatch(note -> note.contains("index --update --semantic"));
      SemanticIndexing.update(plain, EmbeddingModels.of(model), (_, _) -> {});
      assertThat(fresh.missingMeaning()).isEmpty();
      assertThat(TestIndex.ids(fresh.search(request("ship")))).containsExactly("ferry");
    }
  }
}
