package broadsheet.corpus.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The objects in the JSON-LD of a page, from all its blocks, however they nest. Invalid JSON is
 * read as far as possible. Immutable.
 *
 * @param objects in document order, outer before inner
 * @param byId the most complete object with each {@code @id}
 */
public record JsonLd(List<ObjectNode> objects, Map<String, ObjectNode> byId) {
  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build()
          .readerFor(JsonNode.class);

  private static final List<String> OPENINGS = List.of("//", "/*", "<!--", "<![CDATA[", "*/");
  private static final List<String> ENDINGS = List.of("//", "*/", "-->", "]]>", "/*");

  /** A simple field, anywhere in a broken block. */
  private static final Pattern FIELD =
      Pattern.compile(
          "\"(@type|headline|datePublished|articleSection|inLanguage|url)\"\\s*:\\s*"
              + "\"((?:[^\"\\\\\\n]|\\\\.){1,500})\"");

  public static JsonLd of(Document page) {
    List<ObjectNode> objects = new ArrayList<>();
    for (Element block : page.select("script[type~=(?i)application/ld\\+json]")) {
      String json = unwrapped(block.data());
      if (!json.isEmpty()) {
        roots(json).forEach(root -> collect(root, objects));
      }
    }
    Map<String, ObjectNode> byId = new HashMap<>();
    for (ObjectNode object : objects) {
      byId.merge(object.path("@id").asText(""), object, (a, b) -> a.size() >= b.size() ? a : b);
    }
    return new JsonLd(List.copyOf(objects), Map.copyOf(byId));
  }

  /**
   * The object that a value refers to: itself, or a more complete one with the same {@code @id}.
   *
   * @return an empty object if the value is not an object
   */
  JsonNode resolved(JsonNode value) {
    String id = value.path("@id").asText("");
    ObjectNode named = byId.get(id);
    return id.isEmpty() || named == null || named.size() <= value.size() ? value : named;
  }

  /** The JSON without the comment or CDATA section that hides it from old programs. */
  private static String unwrapped(String data) {
    String json = data.replace("\ufeff", "").strip();
    for (String before = ""; !before.equals(json); ) {
      before = json;
      for (String opening : OPENINGS) {
        json = json.startsWith(opening) ? json.substring(opening.length()).strip() : json;
      }
      for (String ending : ENDINGS) {
        json = json.endsWith(ending) ? json.substring(0, json.length() - ending.length()) : json;
      }
      json = json.strip();
    }
    return json;
  }

  private static List<JsonNode> roots(String json) {
    List<JsonNode> roots = new ArrayList<>();
    try (JsonParser parser = READER.createParser(json);
        MappingIterator<JsonNode> values = READER.readValues(parser)) {
      while (values.hasNextValue()) {
        roots.add(values.nextValue());
      }
    } catch (IOException e) {
      roots.add(salvaged(json));
    }
    return roots;
  }

  /** The first occurrence of each simple field in unreadable JSON. */
  private static JsonNode salvaged(String json) {
    Map<String, String> fields = new HashMap<>();
    Matcher field = FIELD.matcher(json);
    while (field.find()) {
      fields.putIfAbsent(field.group(1), unescaped(field.group(2)));
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    fields.forEach(object::put);
    return object;
  }

  private static String unescaped(String text) {
    try {
      return READER.readTree('"' + text + '"').asText("");
    } catch (IOException e) {
      return text;
    }
  }

  private static void collect(JsonNode root, List<ObjectNode> objects) {
    Deque<JsonNode> ahead = new ArrayDeque<>(List.of(root));
    while (!ahead.isEmpty()) {
      JsonNode node = ahead.pop();
      if (node instanceof ObjectNode object) {
        objects.add(object);
      }
      node.valueStream().filter(JsonNode::isContainerNode).toList().reversed().forEach(ahead::push);
    }
  }
}
