package broadsheet.lucene.semantic;

import static broadsheet.lucene.TestIndex.article;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.EmbeddingModel;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.Vectors;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several models over one index, each for its languages. */
class SeveralModelsTest {

  private static final EmbeddingModel ENGLISH = new ConceptEmbedder().called("english", "en");
  private static final EmbeddingModel GERMAN = new ConceptEmbedder().called("german", "de");
  private static final EmbeddingModel CHINESE = new ConceptEmbedder().called("chinese", "zh");

  @TempDir private Path folder;

  private void build() {
    TestIndex.build(
        folder,
        List.of(
            in("en", "A boat lay idle."),
            in("en-GB", "A vessel lay idle."),
            in("de", "Die Seite zeigt ein boat."),
            in("fr", "On voit un boat ici.")));
  }

  private static Article in(String language, String text) {
    return Article.withId(language)
        .title("Untold")
        .paragraphs(List.of(text))
        .language(language)
        .build();
  }

  private Vectors.Report update(EmbeddingModel... models) {
    return SemanticIndexing.update(folder, EmbeddingModels.of(models), (_, _) -> {});
  }

  private SearchResults search(String query, EmbeddingModel... models) {
    SearchRequest request =
        SearchRequest.of(QueryParser.parse(query, LocalDate.of(2026, 1, 1)).root())
            .in(SearchMode.HYBRID);
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder, EmbeddingModels.of(models))) {
      return engine.search(request);
    }
  }

  @Test
  void articlesAreEmbeddedByTheModelOfTheirLanguage() {
    build();
    assertThat(update(ENGLISH).articles()).isEqualTo(2);
    assertThat(TestIndex.ids(search("ferry", ENGLISH))).containsExactlyInAnyOrder("en", "en-GB");
    assertThat(update(ENGLISH, GERMAN).articles()).isEqualTo(1);
    assertThat(TestIndex.ids(search("ferry", ENGLISH, GERMAN)))
        .containsExactlyInAnyOrder("en", "en-GB", "de");
  }

  @Test
  void modelWithoutArticlesGetsNoVectors() {
    build();
    update(ENGLISH, CHINESE);
    assertThat(new LuceneVectors(folder).models()).containsExactly("english");
  }

  @Test
  void modelForAnyLanguageTakesWhatNoOtherNames() {
    build();
    EmbeddingModel any = new ConceptEmbedder().called("any", EmbeddingModel.ANY_LANGUAGE);
    assertThat(update(any).articles()).isEqualTo(4);
    assertThat(update(any, ENGLISH).removed()).isEqualTo(2);
    assertThat(TestIndex.ids(search("ferry", any))).containsExactlyInAnyOrder("de", "fr");
  }

  @Test
  void articleOfAnotherLanguageThanBeforeMovesToItsModel() {
    TestIndex.build(folder, List.of(in("en", "A boat lay idle.")));
    update(ENGLISH, GERMAN);
    TestIndex.build(folder, List.of(in("de", "A boat lay idle.")));
    Vectors.Report report = update(ENGLISH, GERMAN);
    assertThat(report.removed()).isEqualTo(1);
    assertThat(report.articles()).isEqualTo(1);
  }

  @Test
  void vectorsOfAModelThatIsNotHereAreNotSearchedAndItIsSaid() {
    build();
    update(ENGLISH, GERMAN);
    SearchResults results = search("ferry", ENGLISH);
    assertThat(TestIndex.ids(results)).containsExactlyInAnyOrder("en", "en-GB");
    assertThat(Note.texts(results.notes()))
        .anyMatch(note -> note.startsWith("The vectors of the model german were not searched"));
    assertThat(update(ENGLISH).removed()).isZero();
    assertThat(TestIndex.ids(search("ferry", ENGLISH, GERMAN))).contains("de");
  }

  @Test
  void modelIsNotAskedForScriptsItCannotRead() {
    TestIndex.build(folder, List.of(article("council", "The council met and rose.")));
    EmbeddingModel model = new ConceptEmbedder().called("english", "en");
    update(model);
    assertThat(TestIndex.ids(search("unknown words", model))).containsExactly("council");
    assertThat(TestIndex.ids(search("渡轮罢工", model))).isEmpty();
  }

  /** A small share of deletions is not merged away by itself. */
  @Test
  void vectorsOfArticlesThatAreGoneAreInNoFile() throws IOException {
    List<Article> articles = new ArrayList<>(List.of(in("de", "Die Seite zeigt ein boat.")));
    for (int i = 0; i < 20; i++) {
      articles.add(article("a" + i, "A boat lay idle on day " + i + "."));
    }
    TestIndex.build(folder, articles);
    update(ENGLISH, GERMAN);
    TestIndex.build(folder, articles.subList(2, articles.size()));
    new LuceneVectors(folder).prune();
    assertThat(documents("english")).containsExactly(19, 19);
    assertThat(documents("german")).containsExactly(0, 0);
    assertThat(TestIndex.ids(search("ferry", ENGLISH, GERMAN))).doesNotContain("de", "a0");
    assertThat(update(ENGLISH, GERMAN).articles()).isZero();
  }

  /** The vectors of one of two collections were made by an older release of the model. */
  @Test
  void vectorsOfCollectionsThatDifferAreNoModels() {
    ConceptEmbedder newer = new ConceptEmbedder();
    Path other = folder.resolve("other");
    Path none = folder.resolve("none");
    TestIndex.build(folder, List.of(article("a", "A boat lay idle.")));
    TestIndex.build(other, List.of(article("b", "A vessel lay idle.")));
    TestIndex.build(none, List.of(article("c", "A ferry lay idle.")));
    SemanticIndexing.update(folder, EmbeddingModels.of(newer), (_, _) -> {});
    SemanticIndexing.update(other, EmbeddingModels.of(newer), (_, _) -> {});
    assertThat(described(folder, none)).isEqualTo(SemanticFormat.description(newer));
    assertThat(described(folder, other)).isEqualTo(SemanticFormat.description(newer));
    SemanticIndexing.update(other, EmbeddingModels.of(newer.changed()), (_, _) -> {});
    assertThat(described(folder, other))
        .contains(SemanticFormat.description(newer))
        .contains(SemanticFormat.description(newer.changed()));
  }

  private static String described(Path... indexes) {
    try (VectorIndexes vectors = new VectorIndexes(List.of(indexes))) {
      return Objects.requireNonNull(vectors.models().get("concepts")).orElseThrow();
    }
  }

  /** The numbers of passages of a model, without and with those that are marked as deleted. */
  private List<Integer> documents(String model) throws IOException {
    try (Directory directory = FSDirectory.open(SemanticFormat.folder(folder, model));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return List.of(reader.numDocs(), reader.maxDoc());
    }
  }
}
