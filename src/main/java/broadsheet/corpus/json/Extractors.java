package broadsheet.corpus.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Web pages as the programs Fundus and trafilatura extract them into JSON. */
final class Extractors {
  private Extractors() {}

  /** The record with its parts at the top level; unchanged if it is of neither. */
  static ObjectNode flat(ObjectNode record) {
    if (record.has("fingerprint") && record.has("hostname")) {
      return trafilatura(record);
    }
    boolean isFundus = record.has("publishing_date") || record.path("body").has("sections");
    return isFundus ? fundus(record) : record;
  }

  /** Its source is the address. */
  private static ObjectNode trafilatura(ObjectNode record) {
    String address = record.path("source").asText("");
    if (address.startsWith("http")) {
      record.put("url", address);
      record.remove("source");
    }
    for (String name : new String[] {"sitename", "source-hostname", "hostname"}) {
      JsonNode site = record.path(name);
      if (!record.has("source") && !site.asText("").isEmpty() && !site.isNull()) {
        record.set("source", site);
      }
    }
    return record;
  }

  /** Its body has a summary, and sections of paragraphs under headlines. */
  private static ObjectNode fundus(ObjectNode record) {
    JsonNode body = record.path("body");
    if (body.has("sections")) {
      ArrayNode text = LenientJson.MAPPER.createArrayNode();
      for (JsonNode section : body.path("sections")) {
        section.path("headline").forEach(text::add);
        section.path("paragraphs").forEach(text::add);
      }
      record.set("text", text);
      if (body.path("summary").size() > 0 && !record.has("summary")) {
        record.put("summary", body.path("summary").path(0).asText(""));
      }
      record.remove("body");
    }
    JsonNode page = record.path("html");
    if (page.isObject()) {
      copy(page.path("requested_url"), "url", record);
      copy(page.path("source_info").path("publisher"), "publisher", record);
      record.remove("html");
    }
    copy(record.path("publishing_date"), "published", record);
    record.remove("publishing_date");
    return record;
  }

  private static void copy(JsonNode value, String name, ObjectNode record) {
    if (JsonValues.isPresent(value) && !record.has(name)) {
      record.set(name, value);
    }
  }
}
