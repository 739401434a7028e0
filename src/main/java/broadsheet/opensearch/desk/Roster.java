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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The articles of a list in their order, in one document, with those that were taken off it and can
 * be put back. It names the documents with their notes. So whatever changes a list is one write,
 * and counts as a whole. Not thread-safe.
 */
final class Roster {

  private static final String PREFIX = "list-";
  private static final String TITLE = "title";
  private static final String SOURCE = "source";
  private static final String DATE = "date";
  private static final String URL = "url";
  private static final String ADDED_AT = "addedAt";
  private static final String NOTE = "note";
  private static final String TAKEN = "taken";
  private static final String AT = "at";

  /** Those on the list and those taken off, in their common order. */
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
   * @param taken 0 if it is on the list; otherwise larger than those taken off before it
   */
  record Place(ListEntry entry, String note, long taken) {
    ArticleRef article() {
      return entry.article();
    }

    boolean isOn() {
      return taken == 0;
    }

    Place noted(String document) {
      return new Place(entry, document, taken);
    }

    Place taken(long number) {
      return new Place(entry, note, number);
    }
  }

  /** The id of a list's roster. */
  static String id(String list) {
    return PREFIX + list;
  }

  static Roster of(JsonNode document) {
    List<Place> places = new ArrayList<>();
    document.path(DeskMapping.ENTRIES).forEach(each -> places.add(place(each)));
    for (JsonNode each : document.path(DeskMapping.CONTENT).path(TAKEN)) {
      places.add(Math.min(each.path(AT).asInt(), places.size()), place(each));
    }
    return new Roster(places);
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
        content.path(NOTE).asText(),
        each.path(TAKEN).asLong());
  }

  void writeTo(ObjectNode document, String list) {
    document.put(DeskMapping.LIST, list).put(DeskMapping.COUNT, places().size());
    ArrayNode entries = document.putArray(DeskMapping.ENTRIES);
    places().forEach(place -> write(place, entries.addObject()));
    ArrayNode taken = document.putObject(DeskMapping.CONTENT).putArray(TAKEN);
    for (int at = 0; at < places.size(); at++) {
      if (!places.get(at).isOn()) {
        ObjectNode each = taken.addObject().put(AT, at).put(TAKEN, places.get(at).taken());
        write(places.get(at), each);
      }
    }
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

  /** The places on the list, in their order. */
  List<Place> places() {
    return places.stream().filter(Place::isOn).toList();
  }

  /** What was taken off, the last taken first. */
  List<Place> taken() {
    return places.stream()
        .filter(place -> !place.isOn())
        .sorted((one, other) -> Long.compare(other.taken(), one.taken()))
        .toList();
  }

  List<ArticleRef> articles() {
    return places().stream().map(Place::article).toList();
  }

  /** The ids of the documents with notes, also on what was taken off. */
  List<String> notes() {
    return notes(places);
  }

  /** The ids of the documents with the notes on some places. */
  static List<String> notes(List<Place> places) {
    return places.stream().map(Place::note).filter(note -> !note.isEmpty()).toList();
  }

  /** The index of an article among all places; empty when it is not on the list, or not off it. */
  private OptionalInt find(String fingerprint, boolean isOn) {
    return IntStream.range(0, places.size())
        .filter(at -> places.get(at).isOn() == isOn)
        .filter(at -> places.get(at).article().fingerprint().equals(fingerprint))
        .findFirst();
  }

  /** Takes articles off, and returns those that were on the list. */
  List<ArticleRef> take(Collection<String> fingerprints) {
    List<ArticleRef> taken = new ArrayList<>();
    long number = taken().stream().mapToLong(Place::taken).max().orElse(0);
    for (String fingerprint : fingerprints) {
      OptionalInt at = find(fingerprint, true);
      if (at.isPresent()) {
        places.set(at.getAsInt(), places.get(at.getAsInt()).taken(++number));
        taken.add(places.get(at.getAsInt()).article());
      }
    }
    taken().stream().skip(Lists.MOST_TAKEN).forEach(places::remove);
    return taken;
  }

  /** Puts an article back, and returns it; empty when it was not taken off. */
  Optional<ArticleRef> restore(String fingerprint) {
    OptionalInt found = find(fingerprint, false);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Place restored = places.get(found.getAsInt()).taken(0);
    places.set(found.getAsInt(), restored);
    requireRoom();
    return Optional.of(restored.article());
  }

  /**
   * Replaces a note.
   *
   * @param document makes the id of the new note's document of the place with the old one
   * @return whether there is such an entry, or such a one that was taken off
   */
  boolean note(String fingerprint, Function<Place, String> document) {
    OptionalInt on = find(fingerprint, true);
    OptionalInt found = on.isPresent() ? on : find(fingerprint, false);
    found.ifPresent(at -> places.set(at, places.get(at).noted(document.apply(places.get(at)))));
    return found.isPresent();
  }

  /**
   * Moves an entry, and returns its article; empty when there is no such entry.
   *
   * @param place from 1, of those on the list; beyond the end means last
   */
  Optional<ArticleRef> move(String fingerprint, int place) {
    OptionalInt from = find(fingerprint, true);
    if (from.isEmpty()) {
      return Optional.empty();
    }
    Place moved = places.remove(from.getAsInt());
    List<Place> others = places();
    int to = Math.max(place - 1, 0);
    places.add(to < others.size() ? places.indexOf(others.get(to)) : places.size(), moved);
    return Optional.of(moved.article());
  }

  /**
   * Puts articles at the end. One that was taken off is put back. One that is there already, by
   * fingerprint or id, keeps its place, day and note.
   *
   * @param notes makes a document of a note, and returns its id
   * @return how many were not there
   * @throws ListRuleException when there would be too many
   */
  int put(List<ListEntry> entries, UnaryOperator<String> notes) {
    int before = places().size();
    Map<String, Integer> byFingerprint = new HashMap<>();
    Map<String, Integer> byId = new HashMap<>();
    for (int i = 0; i < places.size(); i++) {
      byFingerprint.put(places.get(i).article().fingerprint(), i);
      byId.put(places.get(i).article().id(), i);
    }
    for (ListEntry entry : entries) {
      ArticleRef article = entry.article();
      int at =
          byFingerprint.getOrDefault(
              article.fingerprint(), byId.getOrDefault(article.id(), places.size()));
      if (at == places.size()) {
        places.add(new Place(entry.noted(""), noteOf(entry, notes), 0));
      } else {
        Place known = places.get(at);
        byFingerprint.remove(known.article().fingerprint());
        byId.remove(known.article().id());
        places.set(at, renewed(known, entry, notes));
      }
      byFingerprint.put(article.fingerprint(), at);
      byId.put(article.id(), at);
    }
    requireRoom();
    return places().size() - before;
  }

  private void requireRoom() {
    if (places().size() > Lists.MOST_ENTRIES) {
      throw ListRuleException.tooManyEntries();
    }
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
    return new Place(entry, known.note().isEmpty() ? noteOf(given, notes) : known.note(), 0);
  }

  private static String noteOf(ListEntry entry, UnaryOperator<String> notes) {
    return entry.note().isEmpty() ? "" : notes.apply(entry.note());
  }
}
