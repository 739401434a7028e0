package broadsheet.corpus.json;

import broadsheet.corpus.record.FieldNames.Part;
import broadsheet.corpus.text.Markup;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The news items of agencies: IPTC's ninjs 1 ({@code headline}, {@code body_html}), 2 and 3 ({@link
 * NinjsVariants}), and AP's media items, which are similar. Ninjs 3 writes names of several words
 * in camel case, the others in lower case.
 */
final class Ninjs {
  private static final Set<String> SIGNS =
      Set.of(
          ("versioncreated versionCreated firstcreated firstCreated contentcreated"
                  + " contentCreated pubstatus pubStatus usageterms usageTerms")
              .split(" ", -1));

  /** Holds a uri that is no address in a flat record. */
  private static final String NAMES = "item names";

  private static final Set<String> NO_TEXT =
      Set.of("picture", "graphic", "photo", "video", "audio", "composite", "planning", "event");

  private static final Set<String> PICTURES = Set.of("picture", "graphic", "photo", "video");

  private static final List<String> CAPTIONS = List.of("headline", "description_text");
  private static final List<String> DESCRIPTION = List.of("description_text");
  private static final List<String> BODIES = List.of("body_html", "body_xhtml", "body_text");

  private Ninjs() {}

  static boolean is(ObjectNode record) {
    long signs =
        SIGNS.stream().filter(record::has).count()
            + Stream.of(NinjsVariants.values()).filter(list -> list.isIn(record)).count();
    return signs > 1 || (signs == 1 && (record.has("uri") || record.has("guid")));
  }

  /** Whether it is a picture or similar item whose only text is its caption. */
  static boolean isWithoutText(ObjectNode record) {
    if (!is(record) || !NO_TEXT.contains(record.path("type").asText(""))) {
      return false;
    }
    List<String> captions =
        texts(record, CAPTIONS, NinjsVariants.HEADLINES, NinjsVariants.DESCRIPTIONS);
    List<String> bodies = texts(record, BODIES, NinjsVariants.BODIES);
    return bodies.isEmpty() || bodies.stream().anyMatch(captions::contains);
  }

  private static List<String> texts(
      ObjectNode record, List<String> fields, NinjsVariants... lists) {
    Stream<String> single = fields.stream().map(field -> record.path(field).asText(""));
    return Stream.concat(single, Stream.of(lists).flatMap(list -> list.texts(record)))
        .map(text -> String.join(" ", Markup.paragraphs(text)))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** The record with the chosen variants and its own id; unchanged if it is none of these. */
  static ObjectNode flat(ObjectNode record) {
    if (!is(record)) {
      return record;
    }
    for (NinjsVariants list : NinjsVariants.values()) {
      list.choose(record);
    }
    if (JsonValues.isPresent(record.path("headline"))) {
      // The standard's title is a name for the item among editors.
      record.remove("title");
    }
    identify(record);
    record.set("subject", named(record.path("subject"), record));
    if (record.path("service").isArray() && !record.has("section")) {
      record.set("section", record.get("service"));
    }
    nameSource(record);
    caption(record);
    dateEvent(record);
    return record;
  }

  /** An event without another date has the day on which it begins, even if that is estimated. */
  private static void dateEvent(ObjectNode record) {
    JsonNode dates = record.path("eventDetails").path("dates");
    Stream.of("startDate", "estimatedStartDate")
        .map(dates::path)
        .map(date -> date.isContainerNode() ? date.path("date") : date)
        .filter(JsonValues::isPresent)
        .findFirst()
        .filter(date -> !JsonDialects.has(record, Part.DATE))
        .ifPresent(date -> record.set("date", date));
  }

  /** The descriptions of the pictures that belong to the item. */
  private static void caption(ObjectNode record) {
    ArrayNode captions = record.arrayNode();
    record
        .path("associations")
        .valueStream()
        .filter(each -> PICTURES.contains(each.path("type").asText("")))
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .map(picture -> texts(picture, DESCRIPTION, NinjsVariants.DESCRIPTIONS))
        .flatMap(texts -> texts.stream().limit(1))
        .forEach(captions::add);
    if (!captions.isEmpty()) {
      record.set("captions", captions);
    }
  }

  /** The supplier of the information is the source if nobody holds the copyright. */
  private static void nameSource(ObjectNode record) {
    Stream.of("infoSources", "infosources", "infosource")
        .map(name -> record.path(name).path(0))
        .filter(JsonValues::isPresent)
        .findFirst()
        .filter(supplier -> !JsonDialects.has(record, Part.SOURCE))
        .ifPresent(supplier -> record.set("source", supplier));
  }

  /** An item's uri is its id; it serves as the address only if there is no other. */
  private static void identify(ObjectNode record) {
    String item = item(record);
    String uri = record.path("uri").asText("");
    if (!record.has("id") && !item.isEmpty()) {
      record.put("id", item);
    } else if (!record.has("id") && !record.has("guid") && !uri.isEmpty()) {
      record.put("id", uri);
    }
    if (!uri.startsWith("http")) {
      record.remove("uri");
      record.putArray(NAMES).add(uri);
    }
  }

  /** AP's id of an item. */
  private static String item(ObjectNode record) {
    return record.path("altids").path("itemid").asText("");
  }

  /**
   * The names that an agency gives an item, which all of its versions share; empty for other
   * records.
   *
   * @param flat a record from {@link #flat}
   */
  static Stream<String> names(ObjectNode flat) {
    String uri = flat.path(NAMES).path(0).asText(flat.path("uri").asText(""));
    return Stream.of(uri, flat.path("guid").asText(""), item(flat)).filter(name -> !name.isEmpty());
  }

  /** Drops the letters under which AP files stories. */
  private static ArrayNode named(JsonNode subjects, ObjectNode record) {
    ArrayNode named = record.arrayNode();
    subjects.valueStream().filter(s -> JsonValues.word(s).length() > 1).forEach(named::add);
    return named;
  }
}
