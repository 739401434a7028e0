package broadsheet.corpus.spoken;

import broadsheet.corpus.json.BoundedTree;
import broadsheet.corpus.json.LenientJson;
import broadsheet.corpus.record.Records;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads a transcript in JSON, which is a list of cues or an object with one, one cue at a time. Not
 * thread-safe.
 */
final class JsonItems {
  private static final int LONGEST_FACT = 1_000;

  private final Set<String> lists;
  private final Consumer<JsonNode> item;
  private final Map<String, String> facts = new HashMap<>();
  private boolean isCutOff;

  /**
   * @param lists the names that a list of cues may have in an object
   * @param item receives each cue
   */
  JsonItems(Set<String> lists, Consumer<JsonNode> item) {
    this.lists = lists;
    this.item = item;
  }

  void read(String json) {
    try (JsonParser parser = LenientJson.MAPPER.createParser(json)) {
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        items(parser);
      } else if (parser.hasToken(JsonToken.START_OBJECT)) {
        object(parser);
      }
    } catch (JsonProcessingException e) {
      isCutOff = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void object(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_ARRAY && lists.contains(name)) {
        items(parser);
      } else if (value == JsonToken.START_OBJECT && name.equals("result")) {
        object(parser);
      } else if (value != null && value.isStructStart()) {
        parser.skipChildren();
      } else if (value == JsonToken.VALUE_STRING && parser.getTextLength() <= LONGEST_FACT) {
        facts.putIfAbsent(name, parser.getText());
      }
    }
  }

  private void items(JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    while (token != null && token != JsonToken.END_ARRAY) {
      Optional<BoundedTree.Value> value = BoundedTree.read(parser, Records.LONGEST_RECORD);
      value.map(BoundedTree.Value::node).filter(JsonNode::isObject).ifPresent(item);
      token = parser.nextToken();
    }
    isCutOff |= token == null;
  }

  /** A fact that the object states as a text; empty if it does not. */
  String fact(String... names) {
    for (String name : names) {
      String fact = facts.getOrDefault(name, "");
      if (!fact.isEmpty()) {
        return fact;
      }
    }
    return "";
  }

  boolean isCutOff() {
    return isCutOff;
  }
}
