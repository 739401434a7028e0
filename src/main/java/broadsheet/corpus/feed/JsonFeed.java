package broadsheet.corpus.feed;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.json.JsonValues;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.page.PageAddress;
import broadsheet.corpus.record.Records;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads a feed in the JSON Feed format, version 1 or 1.1. Use once. */
final class JsonFeed {
  private static final ObjectReader READER = JsonMapper.builder().build().readerFor(JsonNode.class);

  private final Records records;
  private final DateReader dates;
  private final ObjectNode feed = JsonNodeFactory.instance.objectNode();
  private final List<JsonNode> items = new ArrayList<>();

  JsonFeed(Records records, DateReader dates) {
    this.records = records;
    this.dates = dates;
  }

  /** Passes on the articles of a feed; if it is cut off, those before the cut. */
  void read(String text) {
    String damage = "";
    try (JsonParser parser = READER.createParser(text)) {
      collect(parser);
    } catch (IOException e) {
      damage = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
    long number = 0;
    for (JsonNode item : items) {
      long at = ++number;
      records.take(at, () -> item(item).article(records, at, dates));
    }
    if (!damage.isEmpty()) {
      records.fail(number + 1, Damage.CUT_OFF, damage);
    } else if (number == 0) {
      records.skip(
          0, feed.path("version").asText("").isEmpty() ? Feed.NOT_A_FEED : "a feed without items");
    }
  }

  private void collect(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(parser.readValueAsTree());
        }
      } else {
        JsonNode value = parser.readValueAsTree();
        feed.set(name, value);
      }
    }
  }

  private FeedItem item(JsonNode item) {
    return new FeedItem(
        text(item, "id"),
        true,
        Stream.of(text(item, "url"), text(item, "external_url"), text(item, "id"))
            .filter(PageAddress::isAbsolute)
            .findFirst()
            .orElse(""),
        text(item, "title"),
        text(item, "summary"),
        first(text(item, "content_html"), first(text(item, "content_text"), text(item, "content"))),
        text(item, "date_published"),
        text(item, "date_modified"),
        authors(item).isEmpty() ? authors(feed) : authors(item),
        item.path("tags").valueStream().map(JsonValues::word).toList(),
        first(text(item, "language"), text(feed, "language")),
        text(feed, "title"),
        List.of());
  }

  /** Version 1 has one author, version 1.1 a list. */
  private static List<String> authors(JsonNode node) {
    return Stream.concat(node.path("authors").valueStream(), Stream.of(node.path("author")))
        .map(author -> text(author, "name"))
        .filter(name -> !name.isBlank())
        .toList();
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return JsonValues.isPresent(value) ? JsonValues.text(value) : "";
  }

  private static String first(String text, String other) {
    return text.isBlank() ? other : text;
  }
}
