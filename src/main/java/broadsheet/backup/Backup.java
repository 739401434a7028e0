package broadsheet.backup;

import static java.util.stream.Collectors.toSet;

import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.HeldDesk;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.engine.PinnedIndex;
import broadsheet.engine.SearchEngine;
import broadsheet.files.Durable;
import broadsheet.files.OwnerOnly;
import broadsheet.files.UseLock;
import broadsheet.files.WholeFile;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
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

  private static final String PARTIAL = ".partial";

  private static final Set<String> PARTS =
      Set.of(INDEX, DESK, Manifest.NAME, Manifest.CHECKSUM, UseLock.NAME);

  /**
   * Makes a backup. It has its name only once it is whole, verified and on disk.
   *
   * @param folder missing or empty
   * @throws BackupException when it cannot be made; nothing is left of it
   * @throws broadsheet.engine.EngineException when the index is damaged; likewise
   * @throws broadsheet.desk.DeskException when the desk is damaged; likewise
   */
  public Manifest into(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    Path partial = partial(whole);
    try {
      requireOutside(whole);
      requireVacant(folder);
      removeAbandoned(partial);
      OwnerOnly.createFolder(partial);
      Manifest manifest = locked(partial, folder);
      Files.delete(partial.resolve(UseLock.NAME)); // some systems do not rename with an open file
      Durable.rename(partial, whole);
      return manifest;
    } catch (IOException e) {
      throw new BackupException(
          "The backup in %s could not be made (%s). Check disk space and permissions, then try again."
              .formatted(PathName.of(folder), WholeFile.reason(e)),
          e);
    }
  }

  private static Path partial(Path whole) {
    return PathName.sibling(whole, ".", PARTIAL);
  }

  /**
   * Takes the name of a whole backup away from one, before it is deleted.
   *
   * @return its new name
   */
  static Path retire(Path whole) throws IOException {
    Durable.rename(whole, partial(whole));
    return partial(whole);
  }

  private Manifest locked(Path partial, Path folder) throws IOException {
    try (UseLock _ = UseLock.exclusive(partial).orElseThrow(() -> isBeingMade(folder))) {
      try {
        return written(partial);
      } catch (IOException | RuntimeException e) {
        Durable.delete(partial);
        throw e;
      }
    }
  }

  private Manifest written(Path partial) throws IOException {
    Engine engine = Engines.open(index);
    Map<String, Map<String, Long>> tables = new TreeMap<>();
    try (PinnedIndex pinned = copyDesk(engine, partial, tables)) {
      pinned.copyTo(partial.resolve(INDEX));
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
    Durable.sync(partial);
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

  /** Rejects a backup inside the index or the desk, because it would be lost with them. */
  private void requireOutside(Path whole) throws IOException {
    Path parent = Objects.requireNonNull(whole.getParent());
    Path real = Files.exists(parent) ? parent.toRealPath() : parent;
    boolean isOnDesk = Desks.open(index).folder().filter(real::startsWith).isPresent();
    if (isOnDesk || real.startsWith(index.toRealPath())) {
      throw new BackupException(
          "%s is within what is backed up: name a folder elsewhere.".formatted(PathName.of(whole)),
          null);
    }
  }

  private static void requireVacant(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new BackupException(
          PathName.of(folder) + " is a file: name a folder for the backup.", null);
    }
    try {
      Files.delete(folder);
    } catch (DirectoryNotEmptyException e) {
      throw new BackupException(
          "%s is not empty: give each backup a folder of its own.".formatted(PathName.of(folder)),
          e);
    } catch (IOException e) {
      throw new BackupException(
          "%s cannot be replaced (%s). Name a new folder inside it."
              .formatted(PathName.of(folder), WholeFile.reason(e)),
          e);
    }
  }

  /** Deletes the remains of a killed backup. */
  static void removeAbandoned(Path partial) throws IOException {
    if (!isPartial(partial)) {
      return;
    }
    try (UseLock lock = UseLock.exclusive(partial).orElse(null)) {
      if (lock != null) {
        Durable.delete(partial);
      }
    }
  }

  /** Whether a folder is what is left of a backup: it has its name, and no file of others. */
  static boolean isPartial(Path folder) throws IOException {
    String name = String.valueOf(folder.getFileName());
    if (!name.startsWith(".") || !name.endsWith(PARTIAL) || !Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names = files.map(file -> file.getFileName().toString()).collect(toSet());
      return !names.isEmpty() && PARTS.containsAll(names); // an empty one may just be begun
    }
  }

  private static BackupException isBeingMade(Path folder) {
    return new BackupException(
        "Another process is making the backup in %s: give this one another folder."
            .formatted(PathName.of(folder)),
        null);
  }
}
