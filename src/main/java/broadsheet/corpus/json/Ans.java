package broadsheet.corpus.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Flattens a record in Arc's ANS: copies the fields in its nested objects to the top level. Its
 * text is read by {@link JsonBlocks}.
 */
final class Ans {
  /** The path of a part, and the field it becomes. */
  private static final Map<String, String> PARTS =
      Map.of(
          "/headlines/basic", "headline",
          "/subheadlines/basic", "subheadline",
          "/credits/by", "authors",
          "/taxonomy/primary_section", "section",
          "/taxonomy/tags", "tags",
          "/first_publish_date", "first_published");

  private Ans() {}

  /** The record with these parts at its top level; unchanged if it has none. */
  static ObjectNode flat(ObjectNode record) {
    if (record.path("headlines").isObject()) {
      PARTS.forEach(
          (place, field) -> {
            JsonNode value = record.at(place);
            if (JsonValues.isPresent(value) && !record.has(field)) {
              record.set(field, value);
            }
          });
    }
    return record;
  }
}
