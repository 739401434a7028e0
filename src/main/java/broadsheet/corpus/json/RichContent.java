package broadsheet.corpus.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;

/**
 * Records whose text is a tree of nodes: {@code richContent} of Wix, {@code body.components} of
 * Chorus. Sources: https://dev.wix.com/docs/ricos/api-reference/ricos-document,
 * https://github.com/TryGhost/migrate/tree/main/packages/mg-chorus. The tree is as deep as JSON may
 * be.
 */
public final class RichContent {
  /** The nodes of Wix that are a paragraph each. */
  private static final Set<String> PARAGRAPHS = Set.of("PARAGRAPH", "HEADING", "CODE_BLOCK");

  private RichContent() {}

  /**
   * A row of a table with the columns of Wix's export as a record; unchanged if it is another. A
   * post without a day was never published, and its tags are numbers of a table that is not there.
   * Source: https://github.com/TryGhost/migrate/tree/main/packages/mg-wix-csv.
   */
  public static ObjectNode ofRow(ObjectNode row) {
    if (!row.has("Internal ID") || !(row.has("Rich Content") || row.has("Plain Content"))) {
      return row;
    }
    row.set("richContent", tree(row.path("Rich Content").asText()));
    row.set("content", row.path("Plain Content"));
    row.put("published", row.has("Published Date"));
    if (row.has("Main Category")) {
      row.set("section", row.get("Main Category"));
    }
    return row.without(List.of("Tags", "Rich Content"));
  }

  private static JsonNode tree(String content) {
    try {
      return LenientJson.MAPPER.readTree(content);
    } catch (JsonProcessingException e) {
      return LenientJson.MAPPER.missingNode();
    }
  }

  /** The record with its tree as one text; unchanged if it has none. */
  static ObjectNode flat(ObjectNode record) {
    if (record.at("/richContent/nodes").isArray()) {
      record.set("body", ricos(record.at("/richContent/nodes"), record.arrayNode()));
      record.remove(List.of("contentText", "content"));
    } else if (record.at("/body/components").isArray()) {
      chorus(record);
    }
    return record;
  }

  private static ArrayNode ricos(JsonNode nodes, ArrayNode body) {
    for (JsonNode node : nodes) {
      String type = node.path("type").asText();
      String caption = node.at("/imageData/caption").asText();
      if (PARAGRAPHS.contains(type)) {
        body.add("<p>" + Entities.escape(text(node)) + "</p>");
      } else if (type.equals("IMAGE") && !caption.isBlank()) {
        body.add("<figcaption>" + Entities.escape(caption) + "</figcaption>");
      } else {
        ricos(node.path("nodes"), body);
      }
    }
    return body;
  }

  private static String text(JsonNode node) {
    return node.path("nodes")
        .valueStream()
        .map(inner -> inner.at("/textData/text").asText() + text(inner))
        .collect(Collectors.joining());
  }

  private static void chorus(ObjectNode record) {
    ArrayNode body = record.arrayNode();
    for (JsonNode component : record.at("/body/components")) {
      switch (component.path("__typename").asText()) {
        case "EntryBodyParagraph", "EntryBodyHeading" ->
            paragraph(component.path("contents"), body);
        case "EntryBodyList" ->
            component.path("items").forEach(i -> paragraph(i.path("line"), body));
        case "EntryBodyBlockquote" ->
            component.path("paragraphs").forEach(p -> paragraph(p.path("contents"), body));
        case "EntryBodyHTML" -> body.add(component.path("rawHtml").asText());
        case "EntryBodyImage" ->
            body.add(
                "<figcaption>"
                    + component.at("/image/caption/html").asText()
                    + component.at("/image/caption/plaintext").asText()
                    + "</figcaption>");
        default -> {}
      }
    }
    record.set("body", body);
    record.set("dek", record.at("/dek/html"));
    record.set("id", record.path("uid"));
    ArrayNode authors = record.arrayNode();
    Stream.concat(
            Stream.of(record.at("/authorProfile/name"), record.at("/author/fullOrUserName"))
                .filter(JsonValues::isPresent)
                .limit(1),
            record.path("contributors").valueStream().map(c -> c.path("fullOrUserName")))
        .forEach(authors::add);
    record.set("authors", authors);
    record.set("categories", record.path("communityGroups"));
  }

  private static void paragraph(JsonNode contents, ArrayNode body) {
    body.add("<p>" + contents.path("html").asText() + "</p>");
  }
}
