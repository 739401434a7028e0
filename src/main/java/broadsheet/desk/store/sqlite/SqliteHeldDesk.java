package broadsheet.desk.store.sqlite;

import broadsheet.desk.DeskException;
import broadsheet.desk.HeldDesk;
import broadsheet.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Locks every database of a desk with a write transaction that changes nothing. */
final class SqliteHeldDesk implements HeldDesk {

  /** SQLite's own files beside a database, and locks; a copy does not need them. */
  private static final Set<String> TRANSIENT = Set.of("-wal", "-shm", "-journal", ".lock");

  private final DeskFolder desk;
  private final List<Database> databases;
  private final List<Runnable> releases = new ArrayList<>();

  /**
   * @param databases the databases, in the order in which they are locked
   */
  SqliteHeldDesk(DeskFolder desk, List<Database> databases) {
    this.desk = desk;
    this.databases = databases;
    try {
      for (Database database : databases) {
        if (database.file().isThere() && Files.isWritable(desk.folder())) {
          releases.add(database.hold(_ -> desk).release());
        }
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public Map<String, Map<String, Long>> copyTo(Path index) {
    DeskFolder to = DeskFolder.of(index);
    Map<String, Map<String, Long>> rows = new TreeMap<>();
    try {
      to.make();
      for (String name : names()) {
        if (isDatabase(name)) {
          rows.put(name, copyDatabase(name, to));
        } else if (TRANSIENT.stream().noneMatch(name::endsWith)) {
          copyAll(desk.file(name), to.file(name));
        }
      }
      OwnerOnly.tighten(to.folder());
      return rows;
    } catch (IOException | SQLException e) {
      throw new DeskException(
          "%s could not be backed up (%s). Check disk space and permissions, then try again."
              .formatted(desk.folder(), e.getMessage()),
          e);
    }
  }

  /** Copies a file, or a folder with everything in it. */
  private static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Path copy = to.resolve(from.relativize(each));
        if (Files.isDirectory(each)) {
          OwnerOnly.createFolder(copy);
        } else {
          OwnerOnly.createFile(copy);
          Files.copy(each, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** The existing files and the databases that must exist. */
  private Set<String> names() throws IOException {
    Set<String> names = new TreeSet<>();
    if (desk.isThere()) {
      names.addAll(desk.contents().names());
      try (DirectoryStream<Path> files = Files.newDirectoryStream(desk.folder())) {
        files.forEach(file -> names.add(String.valueOf(file.getFileName())));
      }
    }
    return names;
  }

  private boolean isDatabase(String name) throws IOException {
    return desk.contents().names().contains(name)
        || (Files.isRegularFile(desk.file(name))
            && Files.size(desk.file(name)) > 0
            && new DatabaseFile(desk, name).version().isPresent());
  }

  private Map<String, Long> copyDatabase(String name, DeskFolder to)
      throws IOException, SQLException {
    Database database =
        databases.stream()
            .filter(each -> each.file().name().equals(name))
            .findFirst()
            .orElseGet(() -> Database.ofAnotherRelease(desk, name));
    if (!database.file().isThere()) {
      throw database.file().damaged("it is missing", null);
    }
    Map<String, Long> rows = database.rows();
    OwnerOnly.createFile(to.file(name));
    database.copyTo(to.file(name));
    Map<String, Long> copied = Database.ofAnotherRelease(to, name).rows();
    if (!copied.equals(rows)) {
      throw new IOException("the copy of %s has %s, not %s".formatted(name, copied, rows));
    }
    return rows;
  }

  @Override
  public void close() {
    releases.forEach(Runnable::run);
    releases.clear();
  }
}
