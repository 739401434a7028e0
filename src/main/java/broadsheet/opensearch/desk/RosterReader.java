package broadsheet.opensearch.desk;

import broadsheet.desk.DeskException;
import broadsheet.desk.ListEntry;
import broadsheet.opensearch.desk.Roster.Place;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a list with its notes, which are in documents of their own. Immutable. */
record RosterReader(DeskIndex index) {

  /** How often a list is read again that others change meanwhile. */
  private static final int MOST_READS = 10;

  /**
   * The entries of a list in their order; none when there is no such list.
   *
   * @throws DeskException when a note is missing
   */
  List<ListEntry> entries(String list) {
    for (int i = 0; i < MOST_READS; i++) {
      Optional<List<ListEntry>> entries = noted(roster(list));
      if (entries.isPresent()) {
        return entries.get();
      }
      DeskIndex.pause(); // others changed a note in between
    }
    throw index.missing("a note", "Restore it from a snapshot.");
  }

  /** The entries with their notes; empty when one of these is gone. */
  private Optional<List<ListEntry>> noted(Roster roster) {
    List<String> notes = roster.notes();
    Map<String, ObjectNode> documents = index.read(notes);
    return documents.size() < notes.size()
        ? Optional.empty()
        : Optional.of(roster.places().stream().map(place -> noted(place, documents)).toList());
  }

  private static ListEntry noted(Place place, Map<String, ObjectNode> documents) {
    ObjectNode note = documents.get(place.note());
    return note == null ? place.entry() : place.entry().noted(NoteDocument.note(note));
  }

  /** The roster of a list; empty when there is no such list. */
  Roster roster(String list) {
    Map<String, ObjectNode> both = index.read(List.of(Directory.ID, Roster.id(list)));
    ObjectNode names = both.get(Directory.ID);
    ObjectNode roster = both.get(Roster.id(list));
    return names == null || roster == null || Directory.of(names).find(list).isEmpty()
        ? new Roster()
        : Roster.of(roster);
  }
}
