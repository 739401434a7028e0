package broadsheet.lucene.semantic;

import static broadsheet.lucene.TestIndex.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.engine.EmbeddingModel;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.FoundBy;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real models, if the tests run with them: {@code mvn test -Psemantic}. */
class ModelTest {

  private EmbeddingModel model = new ConceptEmbedder();

  @BeforeEach
  void findModel() {
    Optional<EmbeddingModel> installed = EmbeddingModels.installed().named("all-minilm-l6-v2");
    assumeTrue(installed.isPresent(), "the model is not there: run with -Psemantic");
    model = installed.get();
  }

  private float likeness(String query, String passage) {
    return likeness(model, query, passage);
  }

  private static float likeness(EmbeddingModel model, String query, String passage) {
    float[] first = model.ofQuery(query);
    float[] second = model.ofPassage(passage);
    float product = 0;
    for (int i = 0; i < first.length; i++) {
      product += first[i] * second[i];
    }
    return product;
  }

  @Test
  void vectorsHaveLengthOne() {
    for (String text : List.of("A ferry sank.", "", "  ", "風", "x".repeat(5_000), "\uD83D")) {
      assertThat(model.ofPassage(text)).hasSize(384);
      assertThat(likeness(text, text)).isBetween(0.999f, 1.001f);
    }
  }

  @Test
  void whatMeansTheSameLiesCloseTogether() {
    String passage = "Dock workers walked off the job, and no ship was unloaded.";
    assertThat(likeness("dock workers on strike", passage)).isGreaterThan(model.likeness().clear());
    assertThat(likeness("recipes for plum cake", passage)).isLessThan(model.likeness().least());
  }

  @Test
  void modelOfChineseComparesChinese() {
    EmbeddingModel chinese = EmbeddingModels.installed().named("bge-small-zh-v1.5").orElseThrow();
    String passage = "码头工人举行罢工，港口的船只无法卸货。";
    assertThat(likeness(chinese, "港口工人停工", passage))
        .isGreaterThan(chinese.likeness().least())
        .isGreaterThan(likeness(chinese, "李子蛋糕的做法", passage) + 0.1f);
    assertThat(chinese.languages()).containsExactly("zh");
  }

  @Test
  void caseAccentsAndBlanksChangeNothing() {
    String plain = "the cafe in zurich was closed";
    assertThat(likeness(plain, "THE  CAFÉ\nin Zürich was closed")).isGreaterThan(0.999f);
  }

  @Test
  void manyThreadsGetTheSameVectors() {
    float[] alone = model.ofPassage("The council met on Tuesday.");
    List<float[]> together =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(_ -> model.ofPassage("The council met on Tuesday."))
            .toList();
    assertThat(together).allSatisfy(vector -> assertThat(vector).containsExactly(alone));
  }

  @Test
  void articlesAreFoundByWhatTheyMean(@TempDir Path folder) {
    TestIndex.build(
        folder,
        List.of(
            article("port", "Dock workers walked off the job, and no ship was unloaded."),
            article("cake", "Plums, flour and sugar make a cake for Sunday."),
            article("vote", "Voters went to the polls and returned the mayor.")));
    SemanticIndexing.update(folder, EmbeddingModels.of(model), (_, _) -> {});
    SearchRequest request =
        SearchRequest.of(QueryParser.parse("harbour strike", LocalDate.of(2026, 1, 1)).root())
            .in(SearchMode.HYBRID);
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
      SearchResults results = engine.search(request);
      Hit best = results.hits().getFirst();
      assertThat(best.id()).isEqualTo("port");
      assertThat(best.foundBy()).isEqualTo(FoundBy.MEANING);
      assertThat(best.snippets().getFirst().text()).startsWith("Dock workers");
      assertThat(TestIndex.ids(results)).doesNotContain("cake");
    }
  }
}
