package broadsheet.verify;

import broadsheet.names.quote.SpeechWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The words beside a quotation that tell who says it, all in small letters without accents. */
final class AttributionWords {

  private static final String LIST = "attribution-words.txt";

  private static final Map<String, Set<String>> BY_KIND = read();

  private AttributionWords() {}

  private static Map<String, Set<String>> read() {
    try (InputStream list =
        Objects.requireNonNull(AttributionWords.class.getResourceAsStream(LIST), LIST)) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(" ", -1)))
          .collect(
              Collectors.groupingBy(
                  List::getFirst,
                  Collectors.flatMapping(line -> line.stream().skip(1), Collectors.toSet())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOf(String kind, String word) {
    return BY_KIND.getOrDefault(kind, Set.of()).contains(word);
  }

  /** Whether it is a verb of saying. */
  static boolean isSaying(String word) {
    return SpeechWords.isSaying(word) || isOf("saying", word);
  }

  static boolean isPronoun(String word) {
    return isOf("pronoun", word);
  }

  /** Whether it is no part of a name of somebody, though it may have a capital. */
  static boolean isOther(String word) {
    return isOf("other", word);
  }

  /** Whether it is a title or an office. */
  static boolean isTitle(String word) {
    return isOf("title", word);
  }
}
