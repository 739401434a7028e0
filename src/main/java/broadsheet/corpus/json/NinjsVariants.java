package broadsheet.corpus.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lists in which ninjs 2 and 3 give one text in several forms: for several uses, by {@code
 * role}, and in several formats, by {@code contentType} ({@code contenttype} in ninjs 2). Roles are
 * the provider's own words; these are the ones in IPTC's examples and their likes.
 */
enum NinjsVariants {
  HEADLINES("headlines", "headline", "main headline default title  long"),
  BODIES("bodies", "body_html", ""),
  DESCRIPTIONS(
      "descriptions",
      "description_text",
      "summary abstract lead standfirst main default text  caption");

  /** Roles of a text that is only part of the whole. */
  private static final Set<String> PARTS =
      Set.of("summary", "abstract", "lead", "teaser", "short", "caption", "push", "alert");

  /** Roles of descriptions that describe the rights or the people behind an item. */
  private static final Pattern NO_DESCRIPTION =
      Pattern.compile(".*(?:credit|right|writer|byline).*");

  /** Fields of ninjs 1 with a word of the provider's: {@code headline_main}, {@code body_nitf}. */
  private static final Pattern OWN_WORD =
      Pattern.compile("(?:headline|body)_(?!footer|short|extended)[a-zA-Z0-9_]+");

  private static final Set<String> USUAL = Set.of("body", "body_html", "body_xhtml", "body_text");

  private static final Pattern NITF =
      Pattern.compile("(?is)<body\\.content\\b[^>]*>(?<text>.*)</body\\.content>");

  private static final Pattern XML = Pattern.compile("(?is)<body\\b[^>]*>(?<text>.*)</body>");

  private final String list;
  private final String field;

  /** The roles, the best first; two blanks mean no role. */
  private final String roles;

  NinjsVariants(String list, String field, String roles) {
    this.list = list;
    this.field = field;
    this.roles = roles;
  }

  boolean isIn(ObjectNode record) {
    return record.path(list).path(0).has("value");
  }

  /** All forms of the text. */
  Stream<String> texts(ObjectNode record) {
    return record.path(list).valueStream().map(variant -> variant.path("value").asText(""));
  }

  /** Sets the field to the best form, unless the record has the field already. */
  void choose(ObjectNode record) {
    if (isIn(record) && !record.has(field)) {
      best(record.path(list)).ifPresent(best -> record.put(field, text(best)));
    } else if (this != DESCRIPTIONS && record.properties().stream().noneMatch(this::isUsual)) {
      record.properties().stream()
          .filter(other -> OWN_WORD.matcher(other.getKey()).matches() && isNamed(other))
          .findFirst()
          .ifPresent(other -> record.put(field, withoutEnvelope(other.getValue().textValue())));
    }
  }

  /** Whether a field of ninjs 1 is the text under its usual name. */
  private boolean isUsual(Map.Entry<String, JsonNode> other) {
    return JsonValues.isPresent(other.getValue())
        && (other.getKey().equals(field) || (this == BODIES && USUAL.contains(other.getKey())));
  }

  private boolean isNamed(Map.Entry<String, JsonNode> other) {
    String word = field.replaceFirst("_.*", "_");
    return other.getValue().isTextual()
        && other.getKey().startsWith(word.endsWith("_") ? word : word + "_");
  }

  private Optional<JsonNode> best(JsonNode variants) {
    return variants
        .valueStream()
        .filter(variant -> !variant.path("value").asText("").isBlank())
        .filter(variant -> this != DESCRIPTIONS || !NO_DESCRIPTION.matcher(role(variant)).matches())
        .filter(variant -> this != BODIES || !kind(variant).isEmpty())
        .min(Comparator.comparingInt(this::rank));
  }

  private int rank(JsonNode variant) {
    if (this == BODIES) {
      int kind = List.of("html", "text", "xml").indexOf(kind(variant));
      return 2 * kind + (PARTS.contains(role(variant)) ? 1 : 0);
    }
    List<String> best = List.of(roles.split(" ", -1));
    int rank = best.indexOf(role(variant));
    return rank < 0 ? best.size() : rank;
  }

  /** The format of a body: html, text or xml; empty if it cannot be read. */
  private static String kind(JsonNode body) {
    String type = body.path("contentType").asText(body.path("contenttype").asText(""));
    String stated = (type.isEmpty() ? role(body) : type).toLowerCase(Locale.ROOT);
    if (stated.contains("html")) {
      return "html";
    }
    if (stated.contains("nitf") || stated.endsWith("xml")) {
      return "xml";
    }
    return type.isEmpty() || stated.startsWith("text/") ? "text" : "";
  }

  private static String role(JsonNode variant) {
    return variant.path("role").asText("").toLowerCase(Locale.ROOT);
  }

  /** The text of a variant; of an XML document only its body. */
  private String text(JsonNode variant) {
    String value = variant.path("value").asText();
    return this != BODIES || !kind(variant).equals("xml") ? value : withoutEnvelope(value);
  }

  private static String withoutEnvelope(String value) {
    return Stream.of(NITF, XML)
        .map(pattern -> pattern.matcher(value))
        .filter(Matcher::find)
        .map(found -> found.group("text"))
        .findFirst()
        .orElse(value);
  }
}
