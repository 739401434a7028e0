package broadsheet.backup;

import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.HeldDesk;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.PinnedIndex;
import broadsheet.engine.SearchEngine;
import broadsheet.erasure.Tombstones;
import broadsheet.files.Durable;
import broadsheet.files.NewFolder;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Copies an archive while it is in use: the index and the desk, both as they are at one moment.
 * Never copies damaged data.
 *
 * @param index the folder of the index
 * @param program the release that makes the backup
 */
public record Backup(Path index, String program) {

  /** The names of the two parts within a backup. */
  static final String INDEX = "index";

  static final String DESK = INDEX + ".desk";

  /** The tombstones, so that a rebuild elsewhere does not bring back what was erased. */
  static final String ERASED = INDEX + ".erased";

  private static final Set<String> PARTS =
      Set.of(INDEX, DESK, ERASED, Manifest.NAME, Manifest.CHECKSUM);

  /**
   * Makes a backup. It has its name only once it is whole, verified and on disk.
   *
   * @param folder missing or empty
   * @throws broadsheet.files.FolderException when it cannot be made; nothing is left of it
   * @throws broadsheet.engine.EngineException when the index is damaged; likewise
   * @throws broadsheet.desk.DeskException when the desk is damaged; likewise
   */
  public Manifest into(Path folder) {
    List<Path> archive =
        Stream.concat(Stream.of(index), Desks.open(index).folder().stream()).toList();
    return new NewFolder(folder, "backup", PARTS, archive).filled(this::written);
  }

  /**
   * Takes the name of a whole backup away from one, before it is deleted.
   *
   * @return its new name
   */
  static Path retire(Path whole) throws IOException {
    Path retired = NewFolder.partial(whole);
    Durable.rename(whole, retired);
    return retired;
  }

  /** The remains of killed backups beside a folder. */
  static NewFolder remains(Path folder) {
    return new NewFolder(folder, "backup", PARTS, List.of());
  }

  private Manifest written(Path partial) throws IOException {
    Engine engine = Engines.open(index);
    Map<String, Map<String, Long>> tables = new TreeMap<>();
    try (PinnedIndex pinned = copyDesk(engine, partial, tables)) {
      pinned.copyTo(partial.resolve(INDEX));
    }
    Tombstones erased = Tombstones.of(index);
    if (!erased.isEmpty()) {
      erased.write(partial.resolve(INDEX));
    }
    long articles = verified(partial.resolve(INDEX));
    new Manifest(
            Manifest.FORMAT,
            program,
            Instant.now().toString(),
            PathName.of(index.toRealPath()),
            articles,
            Manifest.entries(partial),
            tables)
        .write(partial);
    Manifest manifest = Manifest.read(partial);
    manifest.verify(partial);
    return manifest;
  }

  /** Pins the index while the desk is held, so that both are of one moment, then lets it go. */
  private PinnedIndex copyDesk(Engine engine, Path partial, Map<String, Map<String, Long>> tables) {
    try (HeldDesk held = Desks.open(index).hold()) {
      PinnedIndex pinned = engine.pin();
      try {
        held.copyTo(partial.resolve(INDEX))
            .forEach((name, rows) -> tables.put(DESK + "/" + name, rows));
        return pinned;
      } catch (RuntimeException e) {
        pinned.close();
        throw e;
      }
    }
  }

  /** Opens the copy as a user of it would, and returns its number of articles. */
  private static long verified(Path copy) {
    Desk desk = Desks.open(copy);
    desk.searches().check();
    desk.lists().check();
    desk.names().check();
    try (SearchEngine engine = Engines.open(copy).search(Engine.TIME_LIMIT)) {
      return engine.articleCount();
    }
  }
}
