package broadsheet.corpus.plain;

import broadsheet.corpus.json.LenientJson;
import broadsheet.corpus.text.BlankLines;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.Names;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;

/**
 * One entry of an export of Movable Type: lines {@code KEY: value}, then texts, each below its key
 * and above five hyphens. Comments and pings are left out. Immutable.
 */
final class MovableTypeEntry {
  private static final String BORDER = "-----";
  private static final Pattern FIELD =
      Pattern.compile("(?<key>[A-Z][A-Z0-9 _-]+):\\s*(?<value>.*)");

  /** The month always comes first. */
  private static final Pattern DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b");

  private static final Pattern MARKDOWN = Pattern.compile("(?i).*markdown.*");

  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();

  private MovableTypeEntry() {}

  /** The entry; empty if there is nothing but borders. */
  static Optional<MovableTypeEntry> of(String text) {
    MovableTypeEntry entry = new MovableTypeEntry();
    List<String> block = new ArrayList<>();
    boolean isHead = true;
    for (String line : Markup.lines(text + "\n" + BORDER)) {
      if (!line.stripTrailing().equals(BORDER)) {
        block.add(line);
      } else if (isHead) {
        block.forEach(entry::addField);
        isHead = entry.fields.isEmpty();
        block.clear();
      } else {
        entry.addText(block);
        block.clear();
      }
    }
    return entry.fields.isEmpty() ? Optional.empty() : Optional.of(entry);
  }

  private void addField(String line) {
    Matcher field = FIELD.matcher(line);
    if (field.matches() && !field.group("value").isBlank()) {
      fields
          .computeIfAbsent(field.group("key"), key -> new ArrayList<>())
          .add(field.group("value").strip());
    }
  }

  private void addText(List<String> block) {
    while (!block.isEmpty() && block.getFirst().isBlank()) {
      block.removeFirst();
    }
    if (!block.isEmpty() && block.getFirst().stripTrailing().endsWith(":")) {
      String key = block.getFirst().stripTrailing();
      texts.put(
          key.substring(0, key.length() - 1), String.join("\n", block.subList(1, block.size())));
    }
  }

  /** The entry as a record, by the names that JSON has for its fields. */
  ObjectNode fields() {
    ObjectNode record = LenientJson.MAPPER.createObjectNode();
    record.put("title", first("TITLE"));
    record.put("author", first("AUTHOR"));
    record.put("status", first("STATUS"));
    record.put("url", first("UNIQUE URL"));
    record.put("date", DATE.matcher(first("DATE")).replaceFirst("$3-$1-$2"));
    record.put("excerpt", texts.getOrDefault("EXCERPT", ""));
    List<String> categories = new ArrayList<>(fields.getOrDefault("PRIMARY CATEGORY", List.of()));
    categories.addAll(fields.getOrDefault("CATEGORY", List.of()));
    record.put("section", categories.isEmpty() ? "" : categories.getFirst());
    ArrayNode topics = record.putArray("tags");
    categories.stream().skip(1).filter(c -> !c.equals(categories.getFirst())).forEach(topics::add);
    Names.wordsBetweenCommas(first("TAGS")).forEach(topics::add);
    Names.wordsBetweenCommas(texts.getOrDefault("KEYWORDS", "").replace('\n', ','))
        .forEach(topics::add);
    ArrayNode body = record.putArray("body");
    Stream.of("BODY", "EXTENDED BODY")
        .flatMap(key -> paragraphs(key).stream())
        .map(paragraph -> "<p>" + Entities.escape(paragraph) + "</p>")
        .forEach(body::add);
    return record;
  }

  private String first(String key) {
    return fields.getOrDefault(key, List.of("")).getFirst();
  }

  /** The paragraphs of a text, by the filter that the entry names for its line breaks. */
  private List<String> paragraphs(String key) {
    String text = texts.getOrDefault(key, "");
    String filter = first("CONVERT BREAKS").toLowerCase(Locale.ROOT);
    if (MARKDOWN.matcher(filter).matches()) {
      return MarkdownText.of(text).paragraphs(first("TITLE"));
    }
    boolean isHtml = filter.equals("0") || filter.equals("richtext");
    return isHtml ? Markup.paragraphs(text) : BlankLines.paragraphs(text);
  }
}
