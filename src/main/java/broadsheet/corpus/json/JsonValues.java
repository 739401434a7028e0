package broadsheet.corpus.json;

import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Entities;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Extracts texts from JSON values of any type, nested objects and arrays included. */
public final class JsonValues {
  /** The fields that give an object's name. */
  private static final List<String> NAMES =
      List.of(
          ("main basic rendered original name headline title webTitle label value @value"
                  + " text #text content term url @id code $date $oid $numberLong")
              .split(" ", -1));

  /** The words that programs write for a missing value. */
  private static final Set<String> NOTHING = Set.of("null", "none", "nan", "n/a", "undefined");

  private JsonValues() {}

  /** Whether a value contains anything an article may have; true and false do not count. */
  public static boolean isPresent(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL, MISSING, BOOLEAN -> false;
      case STRING -> !value.textValue().isBlank();
      case ARRAY, OBJECT -> !value.isEmpty();
      case NUMBER -> !value.isFloatingPointNumber() || Double.isFinite(value.doubleValue());
      default -> true;
    };
  }

  /** A value as running text: the elements of an array become lines. */
  public static String text(JsonNode value) {
    if (value.isArray()) {
      return elements(value).map(JsonValues::text).collect(Collectors.joining("\n"));
    }
    return value.isObject() ? text(named(value)) : value.asText("");
  }

  /** A value as one clean name; for an array, its first. */
  public static String word(JsonNode value) {
    if (value.isArray()) {
      return words(value).findFirst().orElse("");
    }
    String word = CleanText.line(Entities.resolved(text(value)));
    return NOTHING.contains(word.toLowerCase(Locale.ROOT)) ? "" : word;
  }

  /** The names in an array, clean, without blank ones; numbers do not count. */
  static Stream<String> words(JsonNode array) {
    return elements(array)
        .filter(element -> !element.isNumber())
        .map(JsonValues::word)
        .filter(word -> !word.isEmpty());
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return array.valueStream();
  }

  private static JsonNode named(JsonNode object) {
    for (String name : NAMES) {
      JsonNode value = object.path(name);
      if (isPresent(value)) {
        return value;
      }
    }
    return object.path("");
  }
}
