package broadsheet.corpus.json;

import broadsheet.corpus.text.Markup;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The news items of agencies: IPTC's ninjs 1.x ({@code headline}, {@code body_html}), 2.x and 3.x
 * ({@code headlines}, {@code bodies}), and AP's media items, which are similar.
 */
final class Ninjs {
  private static final Set<String> SIGNS =
      Set.of("versioncreated", "firstcreated", "contentcreated", "pubstatus", "usageterms");

  private static final Set<String> NO_TEXT =
      Set.of("picture", "graphic", "photo", "video", "audio", "composite", "planning", "event");

  /** Lists of one text in several lengths or formats, and the field that the chosen one becomes. */
  private static final Map<String, String> VARIANTS =
      Map.of("headlines", "headline", "bodies", "body_html", "descriptions", "description_text");

  private Ninjs() {}

  static boolean is(ObjectNode record) {
    long signs = SIGNS.stream().filter(record::has).count();
    return signs > 1 || (signs == 1 && (record.has("uri") || record.has("guid")));
  }

  /** Whether it is a picture or similar item whose only text is its caption. */
  static boolean isWithoutText(ObjectNode record) {
    String body = text(record, "body_html") + text(record, "body_text");
    boolean isCaption =
        body.isEmpty()
            || body.equals(text(record, "headline"))
            || body.equals(text(record, "description_text"));
    return is(record) && NO_TEXT.contains(record.path("type").asText("")) && isCaption;
  }

  /** The record with the chosen variants and its own id; unchanged if it is none of these. */
  static ObjectNode flat(ObjectNode record) {
    if (!is(record)) {
      return record;
    }
    VARIANTS.forEach((list, field) -> choose(record, list, field));
    identify(record);
    record.set("subject", named(record.path("subject"), record));
    if (record.path("service").isArray() && !record.has("section")) {
      record.set("section", record.get("service"));
    }
    return record;
  }

  private static void choose(ObjectNode record, String list, String field) {
    if (record.get(list) instanceof ArrayNode variants && !record.has(field)) {
      JsonNode chosen =
          variants
              .valueStream()
              .filter(
                  v ->
                      v.path("contenttype").asText(v.path("contentType").asText()).contains("html"))
              .findFirst()
              .or(() -> variants.valueStream().filter(v -> isMain(v)).findFirst())
              .orElse(variants.path(0));
      record.set(field, chosen.path("value"));
    }
  }

  private static boolean isMain(JsonNode variant) {
    return List.of("main", "default", "headline", "long").contains(variant.path("role").asText(""));
  }

  /** An item's uri is its id; it serves as the address only if there is no other. */
  private static void identify(ObjectNode record) {
    String item = record.path("altids").path("itemid").asText("");
    String uri = record.path("uri").asText("");
    if (!record.has("id") && !item.isEmpty()) {
      record.put("id", item);
    } else if (!record.has("id") && !record.has("guid") && !uri.isEmpty()) {
      record.put("id", uri);
    }
    if (!uri.startsWith("http")) {
      record.remove("uri");
    }
  }

  /** Drops the letters under which AP files stories. */
  private static ArrayNode named(JsonNode subjects, ObjectNode record) {
    ArrayNode named = record.arrayNode();
    subjects.valueStream().filter(s -> JsonValues.word(s).length() > 1).forEach(named::add);
    return named;
  }

  private static String text(ObjectNode record, String field) {
    return String.join(" ", Markup.paragraphs(record.path(field).asText("")));
  }
}
