package broadsheet.corpus.json;

import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Entities;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes what a JSON value says, whatever its type. */
public final class JsonValues {
  /** The fields by which an object says what it stands for. */
  private static final List<String> NAMES =
      List.of(
          "main",
          "basic",
          "rendered",
          "original",
          "name",
          "headline",
          "title",
          "webTitle",
          "label",
          "value",
          "@value",
          "text",
          "#text",
          "content",
          "term",
          "url",
          "@id",
          "code",
          "$date",
          "$oid",
          "$numberLong");

  /** How programs write that there is no value. */
  private static final Set<String> NOTHING = Set.of("null", "none", "nan", "n/a", "undefined");

  private JsonValues() {}

  /** Whether there is anything in it; yes and no are nothing an article has. */
  public static boolean isPresent(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL, MISSING, BOOLEAN -> false;
      case STRING -> !value.textValue().isBlank();
      case ARRAY, OBJECT -> !value.isEmpty();
      case NUMBER -> !value.isFloatingPointNumber() || Double.isFinite(value.doubleValue());
      default -> true;
    };
  }

  /** As running text: an array's elements a line each. */
  public static String text(JsonNode value) {
    if (value.isArray()) {
      return elements(value).map(JsonValues::text).collect(Collectors.joining("\n"));
    }
    return value.isObject() ? text(named(value)) : value.asText("");
  }

  /** As one clean name: of an array the first. */
  public static String word(JsonNode value) {
    if (value.isArray()) {
      return words(value).findFirst().orElse("");
    }
    String word = CleanText.line(Entities.resolved(text(value)));
    return NOTHING.contains(word.toLowerCase(Locale.ROOT)) ? "" : word;
  }

  /** The names in an array, clean, without those that say nothing; a number is no name. */
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
