package broadsheet.desk;

import broadsheet.article.ArticleRef;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The articles of a list in their order, in one document, with those that were taken off it and can
 * be put back. It names the documents with their notes. Every change of a list is therefore one
 * atomic write. Not thread-safe.
 */
final class ListDocument {

  private static final String PREFIX = "list-";
  private static final String TITLE = "title";
  private static final String SOURCE = "source";
  private static final String DATE = "date";
  private static final String URL = "url";
  private static final String ADDED_AT = "addedAt";
  private static final String NOTE = "note";
  private static final String TAKEN = "taken";
  private static final String AT = "at";

  /** The items on the list and those taken off, in their common order. */
  private final List<Item> all;

  private long used;

  ListDocument() {
    this(new ArrayList<>(), 0);
  }

  private ListDocument(List<Item> all, long used) {
    this.all = all;
    this.used = used;
  }

  /**
   * An entry of the list, or one that was taken off it.
   *
   * @param entry without its note
   * @param note the id of the document with the note; empty for none
   * @param taken 0 if it is on the list; otherwise a number that grows with each item taken off
   */
  record Item(ListEntry entry, String note, long taken) {
    ArticleRef article() {
      return entry.article();
    }

    boolean isOn() {
      return taken == 0;
    }

    Item noted(String document) {
      return new Item(entry, document, taken);
    }

    Item taken(long number) {
      return new Item(entry, note, number);
    }
  }

  /** The id of a list's document. */
  static String id(String list) {
    return PREFIX + list;
  }

  /** Reads it; empty content makes an empty one. */
  static ListDocument of(JsonNode document) {
    List<Item> all = new ArrayList<>();
    document.path(Store.ENTRIES).forEach(each -> all.add(item(each)));
    for (JsonNode each : document.path(Store.CONTENT).path(TAKEN)) {
      all.add(Math.min(each.path(AT).asInt(), all.size()), item(each));
    }
    return new ListDocument(all, document.path(Store.USED).asLong());
  }

  private static Item item(JsonNode each) {
    JsonNode content = each.path(Store.CONTENT);
    return new Item(
        new ListEntry(
            new ArticleRef(
                each.path(Store.ARTICLE).asText(), each.path(Store.FINGERPRINT).asText()),
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
    document.put(Store.LIST, list).put(Store.USED, used).put(Store.COUNT, items().size());
    ArrayNode entries = document.putArray(Store.ENTRIES);
    items().forEach(item -> write(item, entries.addObject()));
    ArrayNode taken = document.putObject(Store.CONTENT).putArray(TAKEN);
    for (int at = 0; at < all.size(); at++) {
      if (!all.get(at).isOn()) {
        ObjectNode each = taken.addObject().put(AT, at).put(TAKEN, all.get(at).taken());
        write(all.get(at), each);
      }
    }
  }

  private static void write(Item item, ObjectNode each) {
    ListEntry entry = item.entry();
    each.put(Store.FINGERPRINT, entry.article().fingerprint())
        .put(Store.ARTICLE, entry.article().id());
    each.putObject(Store.CONTENT)
        .put(TITLE, entry.title())
        .put(SOURCE, entry.source())
        .put(DATE, entry.date())
        .put(URL, entry.url())
        .put(ADDED_AT, entry.addedAt().toString())
        .put(NOTE, item.note());
  }

  /**
   * Makes the list the one used last, by this machine's clock. If the clocks of several machines
   * differ, only the order of lists is a little wrong.
   */
  void use() {
    used = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }

  /** The entries of the list in their order. */
  List<Item> items() {
    return all.stream().filter(Item::isOn).toList();
  }

  /** The items that were taken off, the last first. */
  List<Item> taken() {
    return all.stream()
        .filter(item -> !item.isOn())
        .sorted((one, other) -> Long.compare(other.taken(), one.taken()))
        .toList();
  }

  List<ArticleRef> articles() {
    return items().stream().map(Item::article).toList();
  }

  /** The ids of the documents with notes, including those on items taken off. */
  List<String> notes() {
    return notes(all);
  }

  /** The ids of the documents with the notes on some items. */
  static List<String> notes(List<Item> items) {
    return items.stream().map(Item::note).filter(note -> !note.isEmpty()).toList();
  }

  /**
   * The index of an article among all items; empty unless its item is on the list, or taken off it,
   * as {@code isOn} asks.
   */
  private OptionalInt find(String fingerprint, boolean isOn) {
    return IntStream.range(0, all.size())
        .filter(at -> all.get(at).isOn() == isOn)
        .filter(at -> all.get(at).article().fingerprint().equals(fingerprint))
        .findFirst();
  }

  /** Takes articles off, and returns those that were on the list. */
  List<ArticleRef> take(Collection<String> fingerprints) {
    List<ArticleRef> taken = new ArrayList<>();
    Map<String, Integer> on = new HashMap<>();
    IntStream.range(0, all.size())
        .filter(at -> all.get(at).isOn())
        .forEach(at -> on.put(all.get(at).article().fingerprint(), at));
    long number = taken().stream().mapToLong(Item::taken).max().orElse(0);
    for (String fingerprint : fingerprints) {
      Integer at = on.remove(fingerprint);
      if (at != null) {
        taken.add(all.get(at).article());
        all.set(at, all.get(at).taken(++number));
      }
    }
    all.removeAll(taken().stream().skip(Lists.MOST_TAKEN).collect(Collectors.toSet()));
    return taken;
  }

  /** Those of the articles on the list and taken off it that still have their headline. */
  List<ArticleRef> headed() {
    return all.stream()
        .filter(item -> !item.entry().equals(item.entry().withheld()))
        .map(Item::article)
        .toList();
  }

  /** Removes the headlines of articles. */
  void withhold(Collection<ArticleRef> articles) {
    all.replaceAll(
        item ->
            articles.contains(item.article())
                ? new Item(item.entry().withheld(), item.note(), item.taken())
                : item);
  }

  /** Puts an article back, and returns it; empty when it was not taken off. */
  Optional<ArticleRef> restore(String fingerprint) {
    OptionalInt found = find(fingerprint, false);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Item restored = all.get(found.getAsInt()).taken(0);
    all.set(found.getAsInt(), restored);
    requireRoom();
    return Optional.of(restored.article());
  }

  /**
   * Replaces a note.
   *
   * @param document returns the id of the new note's document, given the item with the old note
   * @return whether the article has an entry on the list or among those taken off
   */
  boolean note(String fingerprint, Function<Item, String> document) {
    OptionalInt on = find(fingerprint, true);
    OptionalInt found = on.isPresent() ? on : find(fingerprint, false);
    found.ifPresent(at -> all.set(at, all.get(at).noted(document.apply(all.get(at)))));
    return found.isPresent();
  }

  /**
   * Moves an entry, and returns its article; empty when there is no such entry.
   *
   * @param place the new place among the entries on the list, from 1; beyond the end means last
   */
  Optional<ArticleRef> move(String fingerprint, int place) {
    OptionalInt from = find(fingerprint, true);
    if (from.isEmpty()) {
      return Optional.empty();
    }
    Item moved = all.remove(from.getAsInt());
    List<Item> others = items();
    int to = Math.max(place - 1, 0);
    all.add(to < others.size() ? all.indexOf(others.get(to)) : all.size(), moved);
    return Optional.of(moved.article());
  }

  /**
   * Adds articles at the end. An article that was taken off is put back. An article that is there
   * already, by fingerprint or id, keeps its place, day and note.
   *
   * @param notes makes a document of a note and returns its id; an empty id for an empty note
   * @return the number of entries that were not on the list before
   * @throws ListRuleException when there would be too many
   */
  int put(List<ListEntry> entries, UnaryOperator<String> notes) {
    int before = items().size();
    Map<String, Integer> byFingerprint = new HashMap<>();
    Map<String, Integer> byId = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      byFingerprint.put(all.get(i).article().fingerprint(), i);
      byId.put(all.get(i).article().id(), i);
    }
    for (ListEntry entry : entries) {
      ArticleRef article = entry.article();
      int at =
          byFingerprint.getOrDefault(
              article.fingerprint(), byId.getOrDefault(article.id(), all.size()));
      if (at == all.size()) {
        all.add(new Item(entry.noted(""), notes.apply(entry.note()), 0));
      } else {
        Item known = all.get(at);
        byFingerprint.remove(known.article().fingerprint());
        byId.remove(known.article().id());
        all.set(at, renewed(known, entry, notes));
      }
      byFingerprint.put(article.fingerprint(), at);
      byId.put(article.id(), at);
    }
    requireRoom();
    return items().size() - before;
  }

  private void requireRoom() {
    if (items().size() > Lists.MOST_ENTRIES) {
      throw ListRuleException.tooManyEntries();
    }
  }

  private static Item renewed(Item known, ListEntry given, UnaryOperator<String> notes) {
    ListEntry entry =
        new ListEntry(
            given.article(),
            given.title(),
            given.source(),
            given.date(),
            given.url(),
            "",
            known.entry().addedAt());
    return new Item(entry, known.note().isEmpty() ? notes.apply(given.note()) : known.note(), 0);
  }
}
