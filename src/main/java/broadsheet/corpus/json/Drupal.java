package broadsheet.corpus.json;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.encoding.WholeFormat;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Answers of Drupal's JSON:API: nodes, with the people, terms and pictures that they name among
 * what is included. Source: https://www.drupal.org/docs/core-modules-and-themes/core-modules/
 * jsonapi-module. An answer is read as a whole.
 */
public final class Drupal extends WholeFormat {
  private static final Pattern BEGINNING = Pattern.compile("\\{\\s*\"jsonapi\"\\s*:");
  private static final Pattern PATH_OF_API = Pattern.compile("/jsonapi/.*");

  public Drupal(DateReader dates) {
    super("drupal", dates);
  }

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(
        BEGINNING.matcher(peek.start()).lookingAt() && peek.head().contains("\"node--"));
  }

  @Override
  protected void read(byte[] bytes, Records records) {
    JsonNode answer;
    try {
      answer = LenientJson.MAPPER.readTree(Decoding.text(bytes, 0, bytes.length));
    } catch (JsonProcessingException e) {
      records.fail(0, "broken JSON: reading stopped", e.getOriginalMessage());
      return;
    }
    Map<String, JsonNode> included = new HashMap<>();
    answer.path("included").forEach(item -> included.put(key(item), item.path("attributes")));
    JsonNode data = answer.path("data");
    long number = data.isArray() ? 1 : 0;
    for (JsonNode node : data.isArray() ? data : List.of(data)) {
      long its = number++;
      records.take(its, () -> article(new Node(node, included), records, its));
    }
  }

  private Article article(Node node, Records records, long number) throws NotAnArticle {
    String type = node.type();
    if (!type.startsWith("node--") || type.equals("node--page")) {
      throw NotAnArticle.skipped("not a post", type.replace("node--", ""));
    }
    return new JsonArticle(node.record(), records, number).article(dates);
  }

  private static String key(JsonNode item) {
    return item.path("type").asText() + " " + item.path("id").asText();
  }

  /** A node, and what is included beside it, by type and id. */
  private record Node(JsonNode json, Map<String, JsonNode> included) {
    String type() {
      return json.path("type").asText();
    }

    /** The node with the field names of records. */
    ObjectNode record() {
      JsonNode attributes = json.path("attributes");
      ObjectNode record = LenientJson.MAPPER.createObjectNode();
      record.set("id", json.path("id"));
      for (String field : List.of("title", "status", "created", "langcode")) {
        record.set(field, attributes.path(field));
      }
      JsonNode body = attributes.path("body");
      record.set(
          "body",
          JsonValues.isPresent(body.path("processed"))
              ? body.path("processed")
              : body.path("value"));
      record.set("summary", body.path("summary"));
      record.set("language", attributes.path("langcode"));
      record.put("url", url());
      ArrayNode authors = names((name, _) -> name.contains("author"));
      record.set("authors", authors.isEmpty() ? names((name, _) -> name.equals("uid")) : authors);
      record.set("topics", names((_, type) -> type.startsWith("taxonomy_term--")));
      record.set("caption", captions());
      return record;
    }

    /** Whether a relationship is of a kind, by its name and the type of what it names. */
    private interface Kind {
      boolean is(String name, String type);
    }

    private Stream<JsonNode> related(Kind kind) {
      return json.path("relationships").properties().stream()
          .flatMap(
              relation -> {
                JsonNode data = relation.getValue().path("data");
                return (data.isArray() ? data.valueStream() : Stream.of(data))
                    .filter(item -> kind.is(relation.getKey(), item.path("type").asText()));
              })
          .map(item -> included.get(key(item)))
          .filter(Predicate.not(item -> item == null));
    }

    private ArrayNode names(Kind kind) {
      ArrayNode names = LenientJson.MAPPER.createArrayNode();
      related(kind)
          .map(
              item ->
                  Stream.of("display_name", "name", "title")
                      .map(field -> item.path(field).asText())
                      .filter(name -> !name.isEmpty())
                      .findFirst()
                      .orElse(""))
          .filter(name -> !name.isEmpty())
          .forEach(names::add);
      return names;
    }

    private ArrayNode captions() {
      ArrayNode captions = LenientJson.MAPPER.createArrayNode();
      related((_, type) -> type.startsWith("media--"))
          .map(item -> item.path("field_caption"))
          .map(caption -> caption.has("processed") ? caption.path("processed") : caption)
          .filter(JsonValues::isPresent)
          .forEach(captions::add);
      return captions;
    }

    private String url() {
      String path = json.at("/attributes/path/alias").asText();
      JsonNode self = json.at("/links/self");
      String address = self.path("href").asText(self.asText());
      String site = PATH_OF_API.matcher(address).replaceFirst("");
      return path.isEmpty() || site.isEmpty() ? "" : site + path;
    }
  }
}
