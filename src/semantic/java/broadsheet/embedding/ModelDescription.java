package broadsheet.embedding;

import broadsheet.engine.EmbeddingModel;
import broadsheet.engine.EngineException;
import broadsheet.engine.Likeness;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The use of a model: its {@code model.json}, which docs/semantic.md describes.
 *
 * @param longest in word pieces; the rest of a text is ignored
 * @param passageLength see {@link EmbeddingModel#passageLength}
 */
record ModelDescription(
    Set<String> languages,
    Pooling pooling,
    String queryPrefix,
    String passagePrefix,
    Likeness scale,
    int longest,
    int passageLength) {

  static final String FILE = "model.json";

  private static final int SHORTEST = 8;

  /** Reads the description in the folder of a model. */
  static ModelDescription in(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      return new Fields(folder, new ObjectMapper().readTree(Files.readAllBytes(file))).all();
    } catch (IOException e) {
      throw unusable(folder, FILE + " cannot be read (" + e.getMessage() + ")", e);
    }
  }

  /** An error that says what is wrong with the model in a folder. */
  static EngineException unusable(Path folder, String why) {
    return new EngineException(told(folder, why));
  }

  /** The same for a file that cannot be read. */
  static EngineException unusable(Path folder, String why, Throwable cause) {
    return new EngineException(told(folder, why), cause);
  }

  private static String told(Path folder, String why) {
    return "The model in %s cannot be used: %s. docs/semantic.md describes the files of a model."
        .formatted(folder, why);
  }

  /** Everything that changes the vectors, besides the weights and the word pieces. */
  String use() {
    return String.join("\n", pooling.name(), queryPrefix, passagePrefix, Integer.toString(longest));
  }

  /** The fields of a description. */
  private record Fields(Path folder, JsonNode json) {

    ModelDescription all() {
      return new ModelDescription(
          languages(),
          pooling(),
          json.path("queryPrefix").asText(""),
          json.path("passagePrefix").asText(""),
          scale(),
          number("pieces", 256, SHORTEST),
          number("passage", 720, EmbeddingModel.SHORTEST_PASSAGE));
    }

    private EngineException wrong(String why) {
      return unusable(folder, FILE + " " + why);
    }

    private Set<String> languages() {
      Set<String> languages =
          json.path("languages").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
      if (languages.isEmpty()) {
        throw wrong("names no languages, for example \"languages\": [\"en\"]");
      }
      if (languages.size() > 1 && languages.contains(EmbeddingModel.ANY_LANGUAGE)) {
        throw wrong("names languages beside \"*\", which stands for all");
      }
      return languages;
    }

    private Pooling pooling() {
      String name = json.path("pooling").asText("");
      return Pooling.named(name)
          .orElseThrow(
              () -> wrong("has the pooling \"%s\"; known are mean and cls".formatted(name)));
    }

    private Likeness scale() {
      JsonNode scale = json.path("scale");
      try {
        return new Likeness(
            (float) scale.path("least").asDouble(-1), (float) scale.path("clear").asDouble(-1));
      } catch (IllegalArgumentException e) {
        throw wrong("has no \"scale\" with \"least\" and \"clear\", where 0 <= least < clear <= 1");
      }
    }

    private int number(String field, int usual, int least) {
      int number = json.path(field).asInt(usual);
      if (number < least) {
        throw wrong("has %s as \"%s\"; the least is %s".formatted(number, field, least));
      }
      return number;
    }
  }
}
