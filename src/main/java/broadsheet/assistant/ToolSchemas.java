package broadsheet.assistant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schemas of arguments. */
final class ToolSchemas {
  /** Longer queries than anyone writes are refused before they are read. */
  static final int LONGEST_QUERY = 4_000;

  private static final String TYPE = "type";
  private static final String DESCRIPTION = "description";

  private ToolSchemas() {}

  static Map<String, Object> text(String description, int longest) {
    return of("string", description, Map.of("maxLength", longest));
  }

  static Map<String, Object> query(String description) {
    return text(description, LONGEST_QUERY);
  }

  static Map<String, Object> day(String description) {
    return of("string", description, Map.of("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
  }

  static Map<String, Object> choice(String description, List<String> words) {
    return of("string", description, Map.of("enum", words, "default", words.getFirst()));
  }

  static Map<String, Object> number(String description, int least, int most, int standard) {
    return of(
        "integer", description, Map.of("minimum", least, "maximum", most, "default", standard));
  }

  /** From one to {@code most} queries. */
  static Map<String, Object> queries(String description, int most) {
    return of(
        "array", description, Map.of("items", query("a query"), "minItems", 1, "maxItems", most));
  }

  /** Any of up to {@code most} values. */
  static Map<String, Object> texts(String description, int most) {
    return of(
        "array",
        description,
        Map.of("items", Map.of(TYPE, "string", "maxLength", LONGEST_QUERY), "maxItems", most));
  }

  private static Map<String, Object> of(
      String type, String description, Map<String, Object> rules) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(TYPE, type);
    schema.put(DESCRIPTION, description);
    schema.putAll(rules);
    return schema;
  }

  /** The schema of all arguments of a tool. */
  static Map<String, Object> of(ArchiveTool tool) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(TYPE, "object");
    schema.put("properties", tool.arguments());
    schema.put("required", tool.required());
    schema.put("additionalProperties", false);
    return schema;
  }
}
