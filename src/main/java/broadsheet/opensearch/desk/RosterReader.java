package broadsheet.opensearch.desk;

import broadsheet.desk.DeskException;
import broadsheet.desk.ListEntry;
import broadsheet.opensearch.desk.Roster.Place;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
    return read(list, Roster::places);
  }

  /**
   * What was taken off a list, the last taken first; none when there is no such list.
   *
   * @throws DeskException when a note is missing
   */
  List<ListEntry> taken(String list) {
    return read(list, Roster::taken);
  }

  private List<ListEntry> read(String list, Function<Roster, List<Place>> places) {
    for (int i = 0; i < MOST_READS; i++) {
      Optional<List<ListEntry>> entries = noted(places.apply(roster(list)));
      if (entries.isPresent()) {
        return entries.get();
      }
      DeskIndex.pause(); // others changed a note in between
    }
    throw index.missing("a note", "Restore it from a snapshot.");
  }

  /** The entries with their notes; empty when one of these is gone. */
  private Optional<List<ListEntry>> noted(List<Place> places) {
    List<String> notes = Roster.notes(places);
    Map<String, ObjectNode> documents = index.read(notes);
    return documents.size() < notes.size()
        ? Optional.empty()
        : Optional.of(places.stream().map(place -> noted(place, documents)).toList());
  }

  /** The entry at a place with its note; without, if others changed it since it was read. */
  ListEntry noted(Place place) {
    return noted(List.of(place)).map(List::getFirst).orElse(place.entry());
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
