package broadsheet.corpus.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Records whose text is a list of typed blocks: the Washington Post collection of TREC ({@code
 * contents}), Arc's ANS ({@code content_elements}) and similar formats. Pictures, videos and notes
 * on authors do not count as text.
 */
final class JsonBlocks {
  private static final List<String> LISTS =
      List.of("contents", "content_elements", "blocks", "content", "body");

  private static final Set<String> TEXTS =
      Set.of(
          ("sanitized_html tweet text paragraph p header heading subhead list"
                  + " list_element quote blockquote correction html raw_html")
              .split(" ", -1));

  /** The parts of an article that appear among the blocks, and the fields they become. */
  private static final Map<String, String> PARTS =
      Map.of(
          "title", "title",
          "kicker", "section",
          "deck", "deck",
          "byline", "byline",
          "date", "date");

  /** The host of relative addresses, in the only collection that has them. */
  private static final String POST = "https://www.washingtonpost.com";

  private JsonBlocks() {}

  /** The record with its blocks as one text; unchanged if it has none. */
  static ObjectNode flat(ObjectNode record) {
    for (String name : LISTS) {
      if (record.get(name) instanceof ArrayNode blocks && areTyped(blocks)) {
        record.remove(name);
        parts(blocks, record);
        addressed(record);
        record.set("body", record.arrayNode().addAll(texts(blocks)));
      }
    }
    return record;
  }

  private static boolean areTyped(ArrayNode blocks) {
    return !blocks.isEmpty()
        && blocks
            .valueStream()
            .allMatch(b -> b.isNull() || (b.isObject() && b.path("type").isTextual()))
        && blocks.valueStream().anyMatch(JsonNode::isObject);
  }

  private static void parts(ArrayNode blocks, ObjectNode record) {
    for (JsonNode block : blocks) {
      String field = PARTS.get(type(block));
      if (field != null && !JsonValues.isPresent(record.path(field))) {
        boolean isStated = field.equals("byline") && JsonValues.isPresent(record.path("author"));
        boolean isDated =
            field.equals("date") && JsonValues.isPresent(record.path("published_date"));
        if (!isStated && !isDated) {
          record.set(field, block.path("content"));
        }
      }
    }
  }

  private static List<JsonNode> texts(ArrayNode blocks) {
    List<JsonNode> texts = new ArrayList<>();
    for (JsonNode block : blocks) {
      if (TEXTS.contains(type(block))) {
        collect(block, texts);
      }
    }
    return texts;
  }

  private static void collect(JsonNode block, List<JsonNode> texts) {
    for (String name : List.of("content", "text", "html", "items", "content_elements")) {
      JsonNode value = block.path(name);
      if (value.isTextual()) {
        texts.add(value);
        return;
      }
      if (value.isObject()) {
        collect(value, texts);
        return;
      }
      if (value.isArray()) {
        value.forEach(item -> collectItem(item, texts));
        return;
      }
    }
  }

  private static void collectItem(JsonNode item, List<JsonNode> texts) {
    if (item.isTextual()) {
      texts.add(item);
    } else {
      collect(item, texts);
    }
  }

  private static void addressed(ObjectNode record) {
    String url = record.path("article_url").asText("");
    if (url.startsWith("/") && record.path("source").asText("").contains("Washington Post")) {
      record.put("article_url", POST + url);
    }
  }

  private static String type(JsonNode block) {
    return block.path("type").asText("").toLowerCase(Locale.ROOT);
  }
}
