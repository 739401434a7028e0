package broadsheet.corpus.json;

import broadsheet.corpus.record.FieldNames;
import broadsheet.corpus.record.FieldNames.Part;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Flattens records with nested or typed parts to one level, where {@link FieldNames} finds them.
 */
final class JsonDialects {
  /** Objects that contain fields of their parent record, most reliable first. */
  private static final List<String> MERGED =
      List.of(
          "_source", "row", "attributes", "fields", "article", "document", "thread", "entities");

  /** Applied in this order; each leaves other shapes unchanged. */
  private static final List<UnaryOperator<ObjectNode>> SHAPES =
      List.of(
          Extractors::flat,
          JsonBlocks::flat,
          RichContent::flat,
          WordPress::flat,
          JsonDialects::categorised,
          Trove::flat,
          Ans::flat,
          Ninjs::flat,
          NytKeywords::flat,
          JsonDialects::withoutMereName);

  private static final int DEEPEST = 4;

  private JsonDialects() {}

  /** A copy of a record with all its parts at the top level. */
  static ObjectNode flat(ObjectNode record) {
    ObjectNode shaped = shaped(record);
    return has(shaped, Part.TITLE, Part.BODY) ? shaped : nested(shaped, DEEPEST).orElse(shaped);
  }

  /** Whether an object has one of these parts. */
  static boolean has(ObjectNode object, Part... parts) {
    List<Part> wanted = List.of(parts);
    return object.properties().stream()
        .filter(field -> JsonValues.isPresent(field.getValue()))
        .anyMatch(field -> FieldNames.part(field.getKey()).filter(wanted::contains).isPresent());
  }

  /** The fields of an object that have a value other than true or false. */
  static List<Map.Entry<String, JsonNode>> present(ObjectNode object) {
    return object.properties().stream()
        .filter(field -> JsonValues.isPresent(field.getValue()))
        .filter(field -> !PublishingStatus.isFlag(field.getKey(), field.getValue()))
        .toList();
  }

  private static ObjectNode shaped(ObjectNode record) {
    ObjectNode shaped = LenientJson.MAPPER.createObjectNode();
    shaped.setAll(record);
    merge(shaped);
    for (UnaryOperator<ObjectNode> shape : SHAPES) {
      shaped = shape.apply(shaped);
    }
    return shaped;
  }

  private static void merge(ObjectNode record) {
    for (String name : MERGED) {
      if (record.get(name) instanceof ObjectNode inner) {
        record.remove(name);
        inner.properties().forEach(field -> putIfAbsent(record, field));
      }
    }
  }

  private static void putIfAbsent(ObjectNode object, Map.Entry<String, JsonNode> field) {
    if (!JsonValues.isPresent(object.path(field.getKey()))) {
      object.set(field.getKey(), field.getValue());
    }
  }

  /** The first object inside this one that has a title or body, or is an agency's item. */
  private static Optional<ObjectNode> nested(ObjectNode object, int depth) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      boolean mayBe =
          depth > 0
              && !JsonNames.belongsToArticle(field.getKey())
              && (!FieldNames.isKnown(field.getKey()) || JsonNames.isWrapper(field.getKey()));
      if (mayBe && field.getValue() instanceof ObjectNode inner) {
        ObjectNode shaped = shaped(inner);
        boolean isFound = has(shaped, Part.TITLE, Part.BODY) || Ninjs.is(inner);
        Optional<ObjectNode> found = isFound ? Optional.of(shaped) : nested(shaped, depth - 1);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Categories beside tags are topics, too, and the first is the section if none is stated. */
  private static ObjectNode categorised(ObjectNode record) {
    if (record.get("categories") instanceof ArrayNode categories
        && JsonValues.words(categories).findFirst().isPresent()) {
      if (!has(record, Part.SECTION)) {
        record.put("section", JsonValues.words(categories).findFirst().get());
      }
      if (record.get("tags") instanceof ArrayNode tags && !record.has("topics")) {
        record.set("topics", record.arrayNode().addAll(categories).addAll(tags));
      }
    }
    return record;
  }

  /** A record with a name but no text and no date may be anything. */
  private static ObjectNode withoutMereName(ObjectNode record) {
    if (record.has("name") && !has(record, Part.BODY, Part.DATE)) {
      record.remove("name");
    }
    return record;
  }
}
