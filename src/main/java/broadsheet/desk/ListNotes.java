package broadsheet.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Reads lists with their notes, each of which is a document of its own: a note may be long, and a
 * list is written anew with each change. Immutable.
 */
record ListNotes(Store store) {

  /** The beginning of the ids of notes. */
  static final String PREFIX = "note-";

  private static final String NOTE = "note";

  /** The most attempts to read a list while others change it. */
  private static final int MOST_READS = 10;

  private static final long PAUSE_NANOS = 20_000_000;

  /** The document of a note. */
  static ObjectNode document(String note, String list) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put(Store.LIST, list);
    document.putObject(Store.CONTENT).put(NOTE, note);
    return document;
  }

  private static String note(JsonNode document) {
    return document.path(Store.CONTENT).path(NOTE).asText();
  }

  /**
   * The entries of a list in their order; none when there is no such list.
   *
   * @throws DeskException when a note is missing
   */
  List<ListEntry> entries(String list) {
    return read(list, ListDocument::items);
  }

  /**
   * The entries that were taken off a list, the last first; none when there is no such list.
   *
   * @throws DeskException when a note is missing
   */
  List<ListEntry> taken(String list) {
    return read(list, ListDocument::taken);
  }

  private List<ListEntry> read(String list, Function<ListDocument, List<ListItem>> items) {
    for (int i = 0; i < MOST_READS; i++) {
      Optional<List<ListEntry>> entries = noted(items.apply(document(list)));
      if (entries.isPresent()) {
        return entries.get();
      }
      LockSupport.parkNanos(PAUSE_NANOS); // others changed a note in between
    }
    throw store.damaged(ListDocument.id(list), "a note is missing");
  }

  /** The entries with their notes; empty when one of these is gone. */
  private Optional<List<ListEntry>> noted(List<ListItem> items) {
    List<String> notes = ListDocument.notes(items);
    Map<String, ObjectNode> documents = notes.isEmpty() ? Map.of() : store.read(notes);
    return documents.size() < notes.size()
        ? Optional.empty()
        : Optional.of(items.stream().map(item -> noted(item, documents)).toList());
  }

  /** An entry with its note; without it if others changed the note since the item was read. */
  ListEntry noted(ListItem item) {
    return noted(List.of(item)).map(List::getFirst).orElse(item.entry());
  }

  private static ListEntry noted(ListItem item, Map<String, ObjectNode> documents) {
    ObjectNode note = documents.get(item.note());
    return note == null ? item.entry() : item.entry().noted(note(note));
  }

  /** The articles of a list; none when there is no such list. */
  ListDocument document(String list) {
    Map<String, ObjectNode> both = store.read(List.of(Store.LISTS, ListDocument.id(list)));
    ObjectNode names = both.get(Store.LISTS);
    ObjectNode document = both.get(ListDocument.id(list));
    return names == null || document == null || ListDirectory.of(names).find(list).isEmpty()
        ? new ListDocument()
        : ListDocument.of(document);
  }
}
