package broadsheet.lucene.shards;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.Engine;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.Vectors;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.Source;
import broadsheet.lucene.LuceneEngine;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.semantic.ConceptEmbedder;
import broadsheet.lucene.semantic.SemanticIndexing;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search by meaning in shards finds what it finds in one index. */
public abstract class MeaningContract {

  /** The engine, whose archive is empty at first. */
  protected abstract Engine engine();

  /** Searches with given models. */
  protected abstract SearchEngine search(EmbeddingModels known);

  protected static final int ARTICLES = 200;

  private static final List<String> WORDS =
      List.of(
          "ferry",
          "boat",
          "ship",
          "strike",
          "walkout",
          "harvest",
          "wheat",
          "drought",
          "rainless",
          "election",
          "ballot",
          "balloon",
          "harbour",
          "council",
          "met",
          "rose",
          "slowly",
          "again");

  @TempDir protected Path folder;
  private final ConceptEmbedder model = new ConceptEmbedder();
  private final EmbeddingModels models = EmbeddingModels.of(model);

  private Path one() {
    return folder.resolve("one");
  }

  /** An archive of random articles, in one index and in the engine. */
  protected final void index() {
    for (Engine engine : engines()) {
      add(engine.rebuild(), "/news/a", 0, ARTICLES);
    }
    SemanticIndexing.update(one(), models, (_, _) -> {});
  }

  private List<Engine> engines() {
    return List.of(new LuceneEngine(one()), engine());
  }

  private Vectors vectors() {
    return engine().vectors();
  }

  /** The model of the articles. */
  protected final ConceptEmbedder model() {
    return model;
  }

  private static Article random(int number) {
    Random random = new Random(number);
    List<String> paragraphs = new ArrayList<>();
    for (int paragraph = 0; paragraph < 1 + number % 4; paragraph++) {
      StringBuilder text = new StringBuilder("Number " + number + " begins.");
      for (int word = 0; word < 60; word++) {
        String next = WORDS.get(random.nextInt(WORDS.size()));
        text.append(word % 12 == 11 ? ". The " : " ").append(next);
      }
      paragraphs.add(text + ".");
    }
    return Article.withId("a" + number)
        .title("Untold " + number)
        .paragraphs(paragraphs)
        .language("en")
        .source(number % 3 == 0 ? "Gazette" : "Post")
        .publishedAt(PublicationDate.stated("19" + (50 + number % 40) + "-05-01"))
        .build();
  }

  protected static void add(IndexingSession session, String file, int from, int to) {
    try (session) {
      session.begin(file);
      for (int number = from; number < to; number++) {
        session.add(file, random(number));
      }
      session.end(new FileRecord(file, file, "", "", "", 1, to - from, 0, 0, 0));
      session.commit(List.of(new Source("/news", "")));
    }
  }

  private void build() {
    index();
    embed();
  }

  /** Makes the vectors of both. */
  protected final Vectors.Report embed() {
    SemanticIndexing.update(one(), models, (_, _) -> {});
    return vectors().update(models, (_, _) -> {});
  }

  protected static final SearchRequest request(String query) {
    return SearchRequest.of(QueryParser.parse(query, LocalDate.of(2026, 1, 2)).root())
        .in(SearchMode.HYBRID);
  }

  /** Both find the same for a request. */
  protected final SearchResults same(SearchRequest request) {
    try (SearchEngine embedded = LuceneSearchEngine.open(one(), models);
        SearchEngine gathered = search(models)) {
      SearchResults expected = embedded.search(request);
      for (int repeated = 0; repeated < 2; repeated++) { // by a node, and in rounds
        SearchResults found = gathered.search(request);
        assertThat(found.total()).isEqualTo(expected.total());
        assertThat(found.hits()).isEqualTo(expected.hits());
        assertThat(found.notes()).isEqualTo(expected.notes());
        assertThat(found.facets()).isEqualTo(expected.facets());
        assertThat(found.timeline()).isEqualTo(expected.timeline());
      }
      assertThat(gathered.rank(request, 50)).isEqualTo(embedded.rank(request, 50));
      return expected;
    }
  }

  private static final List<String> QUERIES =
      List.of(
          "vessel",
          "vessel stoppage",
          "crop dryness far away",
          "vote source:Gazette",
          "vessel harbour -council",
          "stoppage date:1960..1970",
          "\"untold 7\" airship",
          "unknown",
          "\"no plain words\"");

  @Test
  void answersAreThoseOfOneIndex() {
    build();
    assertSameAnswers();
    assertPassagesShown();
    assertSameExplanationsAndExports();
    assertArticlesTooManyToBeNamedAreLookedUp();
  }

  private void assertSameAnswers() {
    Filters gazette = Filters.none().with(FacetField.SOURCE, List.of("Gazette"));
    for (String query : QUERIES) {
      SearchRequest asked = request(query);
      same(asked);
      same(asked.unfolded());
      same(
          new SearchRequest(
              asked.query(),
              gazette,
              asked.sort(),
              2,
              5,
              Optional.empty(),
              true,
              asked.counting(),
              SearchMode.HYBRID,
              asked.match()));
    }
  }

  private void assertArticlesTooManyToBeNamedAreLookedUp() {
    System.setProperty("broadsheet.meaning.named", "20");
    try {
      for (String query :
          List.of("vessel source:Post", "crop dryness source:Gazette", "vote 1961")) {
        same(request(query));
      }
    } finally {
      System.clearProperty("broadsheet.meaning.named");
    }
  }

  private void assertPassagesShown() {
    SearchResults found = same(request("vessel"));
    assertThat(found.hits()).isNotEmpty().allMatch(hit -> hit.foundBy().name().equals("MEANING"));
    assertThat(found.hits().getFirst().snippets()).isNotEmpty();
  }

  private void assertSameExplanationsAndExports() {
    SearchRequest request = request("vessel stoppage");
    try (SearchEngine embedded = LuceneSearchEngine.open(one(), models);
        SearchEngine gathered = search(models)) {
      for (Hit hit : embedded.search(request).hits()) {
        assertThat(gathered.explain(request, hit.id()))
            .isEqualTo(embedded.explain(request, hit.id()));
      }
      List<String> exported = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      gathered.export(request, each -> exported.add(each.article().id()));
      embedded.export(request, each -> expected.add(each.article().id()));
      assertThat(exported).isEqualTo(expected).isNotEmpty();
    }
  }

  @Test
  void anUpdateEmbedsOnlyNewTextsAndRemovesWhatIsGone() {
    build();
    int before = model.texts().get();
    for (Engine engine : engines()) {
      add(engine.update(), "/news/a", 10, ARTICLES);
      add(engine.update(), "/news/b", ARTICLES, ARTICLES + 20);
    }
    same(
        request("vessel stoppage")); // with articles that have no vectors, and others that are gone
    Vectors.Report report = embed();
    assertThat(report.articles()).isEqualTo(20);
    assertThat(report.removed()).isEqualTo(10);
    assertThat(report.unchanged()).isEqualTo(ARTICLES - 10);
    assertThat(model.texts().get() - before).isEqualTo(2 * report.passages());
    same(request("vessel stoppage"));
  }

  @Test
  void vectorsOutliveARebuildButNotTheirModel() {
    build();
    add(engine().rebuild(), "/news/a", 0, ARTICLES);
    assertThat(vectors().update(models, (_, _) -> {}).articles()).isZero();
    assertChangedModelReplacesFormerVectors();
  }

  private void assertChangedModelReplacesFormerVectors() {
    long before = vectors().check();
    EmbeddingModels changed = EmbeddingModels.of(model.changed());
    Vectors.Report report = vectors().update(changed, (_, _) -> {});
    assertThat(report.articles()).isEqualTo(ARTICLES);
    assertThat(vectors().check()).isEqualTo(before);
    assertThat(vectors().models()).containsExactly("concepts");
    assertNote(request("vessel"), "The vectors of this index are of another model");
  }

  /** A search is by words, and a note says why. */
  protected final void assertNote(SearchRequest request, String beginning) {
    try (SearchEngine gathered = search(models)) {
      for (int repeated = 0; repeated < 2; repeated++) {
        SearchResults found = gathered.search(request);
        assertThat(Note.texts(found.notes())).anyMatch(note -> note.startsWith(beginning));
        SearchResults byWords = gathered.search(request.in(SearchMode.LEXICAL));
        assertThat(found.hits()).isEqualTo(byWords.hits());
      }
    }
  }
}
