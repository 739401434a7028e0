package broadsheet.corpus.json;

import broadsheet.corpus.record.FieldNames;
import broadsheet.corpus.record.FieldNames.Part;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Decides by the name of a field whether its value may hold articles. */
final class JsonNames {
  private static final Pattern FEED =
      Pattern.compile("\"version\"\\s*:\\s*\"https?:\\\\?/\\\\?/jsonfeed\\.org\\\\?/");

  /** Names under which programs wrap their results. */
  private static final Set<String> WRAPPERS =
      Set.of(
          ("articles article stories docs documents results result items item hits news"
                  + " posts entries data records rows @graph value content response list"
                  + " newsitems feed payload body")
              .split(" ", -1));

  /** Names whose values belong to one article. */
  private static final Pattern BELONGING =
      Pattern.compile(
          "(?i).*(?:related|associat|rendition|media|image|picture|photo|video|gallery|comment"
              + "|link|see_?also|recommend|promo|embed|author|byline|writer|publisher|credit).*"
              + "|contents|content_elements|blocks|bodies|headlines|descriptions|tags|taxonomy"
              + "|trust_?indicators?|planned_?coverage|_source|fields|attributes|entities|thread|row|extra|more|next|previous");

  private static final Set<String> SECTIONS = Set.of("section", "sections", "categories");

  /** A name of a section, rather than of a field of a program. */
  private static final Pattern SECTION = Pattern.compile("\\p{L}[\\p{L}\\p{M} &,'’/-]{1,40}");

  /** Names of notes about a record: its kind, and data for programs. */
  private static final Pattern ABOUT_RECORD = Pattern.compile("(?i)[_@$].*|.*type|version");

  private JsonNames() {}

  /** Whether this is the beginning of a JSON Feed, which another format reads. */
  static boolean isFeed(String start) {
    return FEED.matcher(start).find();
  }

  /** Whether a list with this name may contain articles, given the object's other fields so far. */
  static boolean mayHoldArticles(String name, ObjectReading beside) {
    return isWrapper(name) ? !beside.has(Part.BODY) : mayBelongToNone(name) && isNoArticle(beside);
  }

  /** Whether an object with this name may wrap articles, rather than be part of one. */
  static boolean mayWrap(String name, ObjectReading beside) {
    return isNoArticle(beside) && (isWrapper(name) || mayBelongToNone(name));
  }

  /** Whether an object in a list, or alone under a name, is an article of its own. */
  static boolean isArticle(JsonNode node, String name) {
    if (!(node instanceof ObjectNode object)) {
      return false;
    }
    ObjectNode flat = JsonDialects.flat(object);
    boolean hasTitle = JsonDialects.has(flat, Part.TITLE);
    if (isWrapper(name)) {
      boolean hasBody = JsonDialects.has(flat, Part.BODY);
      return hasTitle || (hasBody && !flat.has("type")) || Ninjs.is(object);
    }
    return hasTitle && JsonDialects.has(flat, Part.BODY, Part.URL, Part.DATE, Part.STANDFIRST);
  }

  /** Whether an object is an article stored under its id, as in a table keyed by id. */
  static boolean isEntry(String name, ObjectNode object) {
    return !isWrapper(name)
        && JsonDialects.has(object, Part.BODY)
        && JsonDialects.has(object, Part.TITLE, Part.URL);
  }

  /** Whether an object is a section: it has no text, but a list of articles, which may be empty. */
  static boolean isSection(JsonNode node) {
    return node instanceof ObjectNode object
        && !JsonDialects.has(object, Part.BODY)
        && object.properties().stream()
            .anyMatch(
                field ->
                    isWrapper(field.getKey())
                        && field.getValue().isArray()
                        && (field.getValue().isEmpty()
                            || isArticle(field.getValue().path(0), field.getKey())));
  }

  /** The section that an object states beside its list of articles; empty if it states none. */
  static String sectionOf(ObjectNode object) {
    boolean isOne = !JsonDialects.has(object, Part.BODY, Part.URL, Part.DATE, Part.AUTHOR);
    return Stream.of(Part.SECTION, Part.TITLE)
        .flatMap(
            part ->
                object.properties().stream()
                    .filter(
                        field -> FieldNames.part(field.getKey()).stream().anyMatch(part::equals)))
        .map(field -> field.getValue().asText(""))
        .filter(name -> isOne && SECTION.matcher(name).matches())
        .findFirst()
        .orElse("");
  }

  /** The section that a name of a list or object of articles is; empty if it may be none. */
  static String section(String name, String around) {
    boolean isIn = SECTIONS.contains(around.toLowerCase(Locale.ROOT));
    return !isWrapper(name) && SECTION.matcher(name).matches() && (isIn || isTitleCase(name))
        ? name
        : "";
  }

  private static boolean isTitleCase(String name) {
    int first = name.codePointAt(0);
    return !Character.isLowerCase(first) && !name.equals(name.toUpperCase(Locale.ROOT));
  }

  static boolean belongsToArticle(String name) {
    return BELONGING.matcher(name).matches();
  }

  /** Whether a text with this name may be part of the article, rather than about its record. */
  static boolean mayBeAPart(String name) {
    return !belongsToArticle(name)
        && !PublishingStatus.isStatus(name)
        && !ABOUT_RECORD.matcher(name).matches();
  }

  static boolean isWrapper(String name) {
    return WRAPPERS.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean mayBelongToNone(String name) {
    return !FieldNames.isKnown(name) && !belongsToArticle(name);
  }

  private static boolean isNoArticle(ObjectReading reading) {
    return !reading.has(Part.TITLE) && !reading.has(Part.BODY);
  }
}
