package broadsheet.corpus.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Typed keywords as the New York Times lists them. */
final class NytKeywords {
  /** The types of keywords, and the fields they become. */
  private static final Map<String, String> KINDS =
      Map.of(
          "subject", "topics",
          "organizations", "organisations",
          "creative_works", "topics",
          "glocations", "places",
          "location", "places",
          "persons", "people",
          "person", "people");

  private NytKeywords() {}

  /** The record with its keywords sorted by type; unchanged if they are not of these types. */
  static ObjectNode flat(ObjectNode record) {
    if (!(record.get("keywords") instanceof ArrayNode keywords) || !areKinds(keywords)) {
      return record;
    }
    record.remove("keywords");
    Map<String, ArrayNode> lists = new HashMap<>();
    for (JsonNode keyword : keywords) {
      String field = KINDS.getOrDefault(kind(keyword), "topics");
      lists.computeIfAbsent(field, f -> record.arrayNode()).add(keyword.path("value"));
    }
    lists.forEach(record::putIfAbsent);
    return record;
  }

  private static boolean areKinds(ArrayNode keywords) {
    return keywords
        .valueStream()
        .anyMatch(k -> KINDS.containsKey(kind(k)) && k.path("value").isTextual());
  }

  private static String kind(JsonNode keyword) {
    return keyword.path("name").asText("").toLowerCase(Locale.ROOT);
  }
}
