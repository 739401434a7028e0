package broadsheet.indexing;

import broadsheet.desk.Desk;
import broadsheet.desk.ListEntries;
import broadsheet.desk.ListEntry;
import broadsheet.desk.NameCorrections;
import broadsheet.desk.ReadingList;
import broadsheet.desk.SavedSearch;
import broadsheet.names.Name;
import broadsheet.path.PathName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Searches everything that readers keep for texts of which some evidence is known.
 *
 * @param evidence whether a text is one of them
 */
record DeskTexts(Desk desk, Predicate<String> evidence) {

  private static final String LOG = "audit.jsonl*";

  /** The places with such texts, in words that say nothing of them. */
  Set<String> places() {
    Set<String> places = new TreeSet<>();
    for (ReadingList list : desk.lists().ofAllUsers()) {
      add(places, "the name of the list " + list.id(), list.name());
      ListEntries entries = desk.lists().entries();
      Stream.concat(entries.of(list.id()).stream(), entries.taken(list.id()).stream())
          .forEach(entry -> add(places, list, entry));
    }
    for (SavedSearch search : desk.searches().all()) {
      String query = URLDecoder.decode(search.search(), StandardCharsets.UTF_8);
      add(places, "the saved search " + search.id(), query, search.reading());
    }
    for (NameCorrections.Numbered each : desk.names().all()) {
      Optional<Name> becomes = each.correction().becomes();
      add(
          places,
          "the correction " + each.number() + " of a name",
          each.correction().of().text(),
          each.correction().form(),
          becomes.map(Name::text).orElse(""));
    }
    desk.folder().filter(Files::isDirectory).ifPresent(folder -> addLogs(places, folder));
    return places;
  }

  private void add(Set<String> places, ReadingList list, ListEntry entry) {
    add(places, "a note on the list " + list.id(), entry.note());
    add(
        places,
        "an entry of the list " + list.id(),
        entry.title(),
        entry.url(),
        entry.article().id());
  }

  private void add(Set<String> places, String place, String... texts) {
    if (Stream.of(texts).anyMatch(evidence)) {
      places.add(place);
    }
  }

  private void addLogs(Set<String> places, Path folder) {
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, LOG)) {
      for (Path log : logs) {
        String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        add(places, "the audit log " + PathName.of(log), text.lines().toArray(String[]::new));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
