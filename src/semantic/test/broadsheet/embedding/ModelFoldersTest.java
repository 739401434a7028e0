package broadsheet.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.EmbeddingModel;
import broadsheet.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of a model, and what may be wrong in it. */
class ModelFoldersTest {

  private static final String DESCRIPTION =
      """
      {"languages": ["de", "nl"], "pooling": "cls", "queryPrefix": "query: ",
       "scale": {"least": 0.3, "clear": 0.6}, "passage": 500}
      """;

  private static final String PIECES = "[UNK]\n[CLS]\n[SEP]\nAb\nab\n##end\né\ne\n";

  @TempDir private Path models;
  private Path folder;

  @BeforeEach
  void lay() throws IOException {
    folder = Files.createDirectories(models.resolve("mine"));
    Files.writeString(folder.resolve("model.json"), DESCRIPTION);
    Files.writeString(folder.resolve("vocab.txt"), PIECES);
    Files.writeString(folder.resolve("model.onnx"), "no weights");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private EmbeddingModel model() {
    return ModelFolders.in(models).getFirst();
  }

  private void assertUnusable(String why) {
    assertThatThrownBy(() -> ModelFolders.in(models))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining(folder + " cannot be used: ")
        .hasMessageContaining(why)
        .hasMessageContaining("docs/semantic.md");
  }

  @Test
  void modelIsNamedAfterItsFolderAndUsedByItsDescription() {
    EmbeddingModel model = model();
    assertThat(model.name()).isEqualTo("mine");
    assertThat(model.languages()).containsExactlyInAnyOrder("de", "nl");
    assertThat(model.likeness().clear()).isEqualTo(0.6f);
    assertThat(model.passageLength()).isEqualTo(500);
  }

  @Test
  void withoutFoldersThereAreNoModels() throws IOException {
    assertThat(ModelFolders.in(models.resolve("none"))).isEmpty();
    assertThat(ModelFolders.in(Files.createDirectories(models.resolve("empty")))).isEmpty();
  }

  @Test
  void eachMissingFileIsNamed() throws IOException {
    for (String name : List.of("model.onnx", "vocab.txt", "model.json")) {
      byte[] held = Files.readAllBytes(folder.resolve(name));
      Files.delete(folder.resolve(name));
      assertUnusable(name);
      Files.write(folder.resolve(name), held);
    }
  }

  @Test
  void whatIsWrongInTheDescriptionIsNamed() throws IOException {
    write("model.json", "{\"languages\": ");
    assertUnusable("model.json cannot be read");
    write("model.json", DESCRIPTION.replace("cls", "max"));
    assertUnusable("has the pooling \"max\"; known are mean and cls");
    write("model.json", DESCRIPTION.replace("languages", "langs"));
    assertUnusable("names no languages");
    write("model.json", DESCRIPTION.replace("\"nl\"", "\"*\""));
    assertUnusable("names languages beside \"*\"");
    write("model.json", DESCRIPTION.replace("0.6", "0.2"));
    assertUnusable("where 0 <= least < clear <= 1");
    write("model.json", DESCRIPTION.replace("500", "5"));
    assertUnusable("has 5 as \"passage\"; the least is 80");
  }

  @Test
  void nameThatIsNoFileNameEverywhereIsRefused() throws IOException {
    Files.move(folder, models.resolve("My model"));
    folder = models.resolve("My model");
    assertUnusable("small letters");
  }

  @Test
  void weightsAndWordPiecesThatCannotBeReadAreNamedWhenLoaded() throws IOException {
    assertThatThrownBy(() -> model().ofQuery("ab"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("it cannot be loaded");
    write("tokenizer.json", "{\"model\": {\"type\": \"Unigram\"}}");
    assertThatThrownBy(() -> model().ofQuery("ab"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("of the kind Unigram; only WordPiece");
    write("tokenizer.json", "{\"model\": {\"type\": \"WordPiece\", \"vocab\": {\"[UNK]\": 0}}}");
    assertThatThrownBy(() -> model().ofQuery("ab"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("tokenizer.json has no word piece [CLS]");
  }

  @Test
  void identityChangesWithEverythingThatVectorsDependOn() throws IOException {
    String first = model().identity();
    assertThat(first).startsWith("mine ").isEqualTo(model().identity());
    write("model.json", DESCRIPTION.replace("0.6", "0.7"));
    assertThat(model().identity()).as("the scale").isEqualTo(first);
    write("model.json", DESCRIPTION.replace("query: ", "q: "));
    assertThat(model().identity()).as("a prefix").isNotEqualTo(first);
    write("model.json", DESCRIPTION);
    write("model.onnx", "other weights");
    assertThat(model().identity()).as("the weights").isNotEqualTo(first);
  }

  @Test
  void capitalsAndAccentsAreReadAsTheTokenizerSays() throws IOException {
    assertThat(numbers("Abend é")).containsExactly(1, 4, 5, 7, 2);
    String vocabulary =
        """
        {"model": {"type": "WordPiece", "vocab":
          {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "Ab": 3, "ab": 4, "##end": 5, "é": 6, "e": 7}},
         "normalizer": {"lowercase": false, "strip_accents": null}}
        """;
    write("tokenizer.json", vocabulary);
    assertThat(numbers("Abend é")).containsExactly(1, 3, 5, 6, 2);
    write("tokenizer.json", vocabulary.replace("false", "true"));
    assertThat(numbers("Abend é")).containsExactly(1, 4, 5, 7, 2);
  }

  private long[] numbers(String text) throws IOException {
    return new WordPieceTokenizer(PieceVocabulary.in(folder)).of(text, 20);
  }
}
