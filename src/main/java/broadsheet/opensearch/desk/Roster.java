package broadsheet.opensearch.desk;

import broadsheet.article.ArticleRef;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ListRuleException;
import broadsheet.desk.Lists;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The articles of a list in their order, in one document. It names the documents with their notes.
 * So whatever changes a list is one write, and counts as a whole. Not thread-safe.
 */
final class Roster {

  private static final String PREFIX = "list-";
  private static final String TITLE = "title";
  private static final String SOURCE = "source";
  private static final String DATE = "date";
  private static final String URL = "url";
  private static final String ADDED_AT = "addedAt";
  private static final String NOTE = "note";

  private final List<Place> places;

  Roster() {
    this(new ArrayList<>());
  }

  private Roster(List<Place> places) {
    this.places = places;
  }

  /**
   * A place on the list.
   *
   * @param entry without its note
   * @param note the id of the document with the note; empty for none
   */
  record Place(ListEntry entry, String note) {
    ArticleRef article() {
      return entry.article();
    }

    Place noted(String document) {
      return new Place(entry, document);
    }
  }

  /** The id of a list's roster. */
  static String id(String list) {
    return PREFIX + list;
  }

  static Roster of(JsonNode document) {
    return new Roster(
        new ArrayList<>(
            document.path(DeskMapping.ENTRIES).valueStream().map(Roster::place).toList()));
  }

  private static Place place(JsonNode each) {
    JsonNode content = each.path(DeskMapping.CONTENT);
    return new Place(
        new ListEntry(
            new ArticleRef(
                each.path(DeskMapping.ARTICLE).asText(),
                each.path(DeskMapping.FINGERPRINT).asText()),
            content.path(TITLE).asText(),
            content.path(SOURCE).asText(),
            content.path(DATE).asText(),
            content.path(URL).asText(),
            "",
            Instant.parse(content.path(ADDED_AT).asText())),
        content.path(NOTE).asText());
  }

  void writeTo(ObjectNode document, String list) {
    document.put(DeskMapping.LIST, list).put(DeskMapping.COUNT, places.size());
    ArrayNode entries = document.putArray(DeskMapping.ENTRIES);
    places.forEach(place -> write(place, entries.addObject()));
  }

  private static void write(Place place, ObjectNode each) {
    ListEntry entry = place.entry();
    each.put(DeskMapping.FINGERPRINT, entry.article().fingerprint())
        .put(DeskMapping.ARTICLE, entry.article().id());
    each.putObject(DeskMapping.CONTENT)
        .put(TITLE, entry.title())
        .put(SOURCE, entry.source())
        .put(DATE, entry.date())
        .put(URL, entry.url())
        .put(ADDED_AT, entry.addedAt().toString())
        .put(NOTE, place.note());
  }

  /**
   * Makes the list the one that was used last. By this machine's clock: where those of several
   * machines differ, the order of lists is a little wrong, and nothing else.
   */
  static void use(ObjectNode document) {
    document.put(DeskMapping.USED, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
  }

  /** The places in their order; changing this list changes the roster. */
  List<Place> places() {
    return places;
  }

  List<ArticleRef> articles() {
    return places.stream().map(Place::article).toList();
  }

  /** The ids of the documents with notes. */
  List<String> notes() {
    return places.stream().map(Place::note).filter(note -> !note.isEmpty()).toList();
  }

  /** The place of an article, from 0; empty when it has none. */
  OptionalInt find(String fingerprint) {
    return IntStream.range(0, places.size())
        .filter(place -> places.get(place).article().fingerprint().equals(fingerprint))
        .findFirst();
  }

  /**
   * Puts articles at the end. One that is there already, by fingerprint or id, keeps its place, day
   * and note.
   *
   * @param notes makes a document of a note, and returns its id
   * @return how many were not there
   * @throws ListRuleException when there would be too many
   */
  int put(List<ListEntry> entries, UnaryOperator<String> notes) {
    int before = places.size();
    Map<String, Integer> byFingerprint = new HashMap<>();
    Map<String, Integer> byId = new HashMap<>();
    for (int i = 0; i < before; i++) {
      byFingerprint.put(places.get(i).article().fingerprint(), i);
      byId.put(places.get(i).article().id(), i);
    }
    for (ListEntry entry : entries) {
      ArticleRef article = entry.article();
      int at =
          byFingerprint.getOrDefault(
              article.fingerprint(), byId.getOrDefault(article.id(), places.size()));
      if (at == places.size()) {
        places.add(new Place(entry.noted(""), noteOf(entry, notes)));
      } else {
        Place known = places.get(at);
        byFingerprint.remove(known.article().fingerprint());
        byId.remove(known.article().id());
        places.set(at, renewed(known, entry, notes));
      }
      byFingerprint.put(article.fingerprint(), at);
      byId.put(article.id(), at);
    }
    if (places.size() > Lists.MOST_ENTRIES) {
      throw ListRuleException.tooManyEntries();
    }
    return places.size() - before;
  }

  private static Place renewed(Place known, ListEntry given, UnaryOperator<String> notes) {
    ListEntry entry =
        new ListEntry(
            given.article(),
            given.title(),
            given.source(),
            given.date(),
            given.url(),
            "",
            known.entry().addedAt());
    return new Place(entry, known.note().isEmpty() ? noteOf(given, notes) : known.note());
  }

  private static String noteOf(ListEntry entry, UnaryOperator<String> notes) {
    return entry.note().isEmpty() ? "" : notes.apply(entry.note());
  }
}
