package broadsheet.desk;

import broadsheet.article.ArticleRef;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
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
  static final String TAKEN = "taken";
  private static final String AT = "at";

  /** The items on the list and those taken off, in their common order. */
  private final List<ListItem> all;

  private long used;

  ListDocument() {
    this(new ArrayList<>(), 0);
  }

  private ListDocument(List<ListItem> all, long used) {
    this.all = all;
    this.used = used;
  }

  /** Whether an id is that of a list's document. */
  static boolean isList(String id) {
    return id.startsWith(PREFIX);
  }

  /** The id of a list's document. */
  static String id(String list) {
    return PREFIX + list;
  }

  /** Reads it; empty content makes an empty one. */
  static ListDocument of(JsonNode document) {
    List<ListItem> all = new ArrayList<>();
    document.path(Store.ENTRIES).forEach(each -> all.add(ListItem.of(each)));
    for (JsonNode each : document.path(Store.CONTENT).path(TAKEN)) {
      all.add(Math.min(each.path(AT).asInt(), all.size()), ListItem.of(each));
    }
    return new ListDocument(all, document.path(Store.USED).asLong());
  }

  void writeTo(ObjectNode document, String list) {
    document.put(Store.LIST, list).put(Store.USED, used).put(Store.COUNT, items().size());
    ArrayNode entries = document.putArray(Store.ENTRIES);
    items().forEach(item -> item.writeTo(entries.addObject()));
    ArrayNode taken = document.putObject(Store.CONTENT).putArray(TAKEN);
    for (int at = 0; at < all.size(); at++) {
      if (!all.get(at).isOn()) {
        ObjectNode each = taken.addObject().put(AT, at).put(TAKEN, all.get(at).taken());
        all.get(at).writeTo(each);
      }
    }
  }

  /**
   * Makes the list the one used last, by this machine's clock. If the clocks of several machines
   * differ, only the order of lists is a little wrong.
   */
  void use() {
    used = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }

  /** The entries of the list in their order. */
  List<ListItem> items() {
    return all.stream().filter(ListItem::isOn).toList();
  }

  /** The items that were taken off, the last first. */
  List<ListItem> taken() {
    return all.stream()
        .filter(item -> !item.isOn())
        .sorted((one, other) -> Long.compare(other.taken(), one.taken()))
        .toList();
  }

  List<ArticleRef> articles() {
    return items().stream().map(ListItem::article).toList();
  }

  /** The ids of the documents with notes, including those on items taken off. */
  List<String> notes() {
    return notes(all);
  }

  /** The ids of the documents with the notes on some items. */
  static List<String> notes(List<ListItem> items) {
    return items.stream().map(ListItem::note).filter(note -> !note.isEmpty()).toList();
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
    long number = taken().stream().mapToLong(ListItem::taken).max().orElse(0);
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
        .map(ListItem::article)
        .toList();
  }

  /** The articles on the list and those taken off it. */
  List<ArticleRef> known() {
    return all.stream().map(ListItem::article).toList();
  }

  /** Leaves of some articles only that they were erased; see {@link ListEntry#erased}. */
  void erase(Map<ArticleRef, ArticleRef> placeholders, LocalDate day) {
    all.replaceAll(
        item -> {
          ArticleRef placeholder = placeholders.get(item.article());
          return placeholder == null ? item : item.with(item.entry().erased(placeholder, day));
        });
  }

  /** Removes the headlines of articles. */
  void withhold(Collection<ArticleRef> articles) {
    all.replaceAll(
        item -> articles.contains(item.article()) ? item.with(item.entry().withheld()) : item);
  }

  /** Puts an article back, and returns it; empty when it was not taken off. */
  Optional<ArticleRef> restore(String fingerprint) {
    OptionalInt found = find(fingerprint, false);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ListItem restored = all.get(found.getAsInt()).taken(0);
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
  boolean note(String fingerprint, Function<ListItem, String> document) {
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
    ListItem moved = all.remove(from.getAsInt());
    List<ListItem> others = items();
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
        all.add(new ListItem(entry.noted(""), notes.apply(entry.note()), 0));
      } else {
        ListItem known = all.get(at);
        byFingerprint.remove(known.article().fingerprint());
        byId.remove(known.article().id());
        all.set(at, known.renewed(entry, notes));
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
}
