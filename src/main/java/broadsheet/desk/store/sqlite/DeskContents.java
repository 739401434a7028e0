package broadsheet.desk.store.sqlite;

import broadsheet.desk.DeskDamagedException;
import broadsheet.desk.DeskException;
import broadsheet.files.LineLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The list of the databases of a desk, one name per line. A lost database is thus not mistaken for
 * one that was never made. Immutable.
 *
 * @param folder the folder of the desk
 */
record DeskContents(Path folder) {

  /** The name of the file. */
  static final String NAME = "contents";

  private static final String DATABASE = ".db";

  private static final Pattern NAME_OF_ONE = Pattern.compile("[A-Za-z0-9_-]+\\.db");

  private Path file() {
    return folder.resolve(NAME);
  }

  private LineLog lines() {
    return new LineLog(file(), Long.MAX_VALUE, 1);
  }

  /**
   * The names of the databases that must exist; where the list is lost, of those that do.
   *
   * @throws DeskException when a line is not a valid name
   */
  Set<String> names() throws IOException {
    if (Files.notExists(file())) {
      Set<String> existing = existing();
      if (Files.notExists(file())) {
        return existing;
      }
      // Begun meanwhile: one of them may be the empty file of a database that is being made.
    }
    // Every byte is a character in Latin-1, so damage is detected below.
    String lines = Files.readString(file(), StandardCharsets.ISO_8859_1);
    Set<String> names = new TreeSet<>();
    // A last line without its end was cut off while it was written.
    lines.substring(0, lines.lastIndexOf('\n') + 1).lines().forEach(names::add);
    if (!names.stream().allMatch(name -> NAME_OF_ONE.matcher(name).matches())) {
      throw new DeskDamagedException(
          "%s is damaged (a line is no name of a database). Restore it from a backup, or correct it: it has a line for each database beside it."
              .formatted(file()),
          null);
    }
    return names;
  }

  /** Adds a new database. */
  void add(String name) throws IOException {
    begin();
    if (!names().contains(name)) {
      lines().add(name);
    }
  }

  /** Begins the list where there is none, with the existing databases if it was lost. */
  void begin() throws IOException {
    lines().begin(this::existing);
  }

  /** All databases. Where the list is there, one may be among them that is still being made. */
  private Set<String> existing() throws IOException {
    Set<String> names = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + DATABASE)) {
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
    } catch (NoSuchFileException e) {
      // there is no desk
    }
    return names;
  }
}
