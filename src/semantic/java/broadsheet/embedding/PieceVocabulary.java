package broadsheet.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The WordPiece vocabulary of a model, and the normalization of text that it was trained with.
 * Immutable.
 *
 * @param numbers the number of each piece; a piece inside a word begins with ##
 * @param isLowercase whether text is read in lower case
 * @param isWithoutAccents whether accents are dropped
 */
record PieceVocabulary(
    Map<String, Integer> numbers, boolean isLowercase, boolean isWithoutAccents) {

  private static final String TOKENIZER = "tokenizer.json";
  private static final String VOCABULARY = "vocab.txt";

  /** Such pieces are in the vocabulary of every BERT model. */
  private static final List<String> MARKERS = List.of("[UNK]", "[CLS]", "[SEP]");

  PieceVocabulary {
    numbers = Map.copyOf(numbers);
  }

  /** The file of the word pieces in the folder of a model. */
  static Path file(Path folder) {
    for (String name : List.of(TOKENIZER, VOCABULARY)) {
      if (Files.isReadable(folder.resolve(name))) {
        return folder.resolve(name);
      }
    }
    throw ModelDescription.unusable(folder, TOKENIZER + " or " + VOCABULARY + " is missing");
  }

  /**
   * Reads {@code tokenizer.json} in Hugging Face's format or, where there is none, {@code
   * vocab.txt}: a piece per line, of a model that reads lower case.
   */
  static PieceVocabulary in(Path folder) throws IOException {
    Path file = file(folder);
    PieceVocabulary pieces = file.endsWith(TOKENIZER) ? ofTokenizer(folder, file) : ofLines(file);
    for (String marker : MARKERS) {
      if (!pieces.numbers.containsKey(marker)) {
        throw ModelDescription.unusable(
            folder, file.getFileName() + " has no word piece " + marker);
      }
    }
    return pieces;
  }

  private static PieceVocabulary ofLines(Path file) throws IOException {
    Map<String, Integer> numbers = new HashMap<>();
    for (String piece : Files.readAllLines(file)) {
      numbers.put(piece, numbers.size());
    }
    return new PieceVocabulary(numbers, true, true);
  }

  private static PieceVocabulary ofTokenizer(Path folder, Path file) throws IOException {
    JsonNode tokenizer = new ObjectMapper().readTree(Files.readAllBytes(file));
    String kind = tokenizer.path("model").path("type").asText("unknown");
    if (!kind.equals("WordPiece")) {
      throw ModelDescription.unusable(
          folder, "its tokenizer is of the kind %s; only WordPiece can be read".formatted(kind));
    }
    JsonNode vocabulary = tokenizer.path("model").path("vocab");
    Map<String, Integer> numbers = HashMap.newHashMap(vocabulary.size());
    vocabulary.properties().forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asInt()));
    JsonNode normalizer = tokenizer.path("normalizer");
    boolean isLowercase = normalizer.path("lowercase").asBoolean(true);
    // null, the usual value, means that accents go where capitals go
    boolean isWithoutAccents = normalizer.path("strip_accents").asBoolean(isLowercase);
    return new PieceVocabulary(numbers, isLowercase, isWithoutAccents);
  }
}
