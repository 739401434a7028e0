package broadsheet.desk.store.sqlite;

import broadsheet.desk.DeskDamagedException;
import broadsheet.desk.DeskException;
import broadsheet.files.Durable;
import broadsheet.files.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The list of the databases of a desk, one name per line. A lost database is thus not mistaken for
 * one that was never made. Lines are only appended, each in one write, so several processes may
 * append. Immutable.
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

  /** Whether the list exists; if it was lost, it is begun anew when the desk is first opened. */
  boolean isKept() {
    return Files.exists(file());
  }

  /**
   * The names of the databases that must exist.
   *
   * @throws DeskException when a line is not a valid name
   */
  Set<String> names() throws IOException {
    if (!isKept()) {
      return Set.of();
    }
    Set<String> names = new TreeSet<>();
    // Every byte is a character in Latin-1, so damage is detected below.
    for (String line : Files.readAllLines(file(), StandardCharsets.ISO_8859_1)) {
      if (!NAME_OF_ONE.matcher(line).matches()) {
        throw new DeskDamagedException(
            "%s is damaged (a line is no name of a database). Restore it from a backup, or correct it: it has a line for each database beside it."
                .formatted(file()),
            null);
      }
      names.add(line);
    }
    return names;
  }

  /** Adds a new database. */
  void add(String name) throws IOException {
    if (!names().contains(name)) {
      append(name + "\n");
    }
  }

  /**
   * Begins the list, with the existing databases if it was lost. If another thread or process
   * begins it at the same time, theirs is kept. A database that is still being made is not listed,
   * since its empty file would count as damage.
   */
  void begin() throws IOException {
    StringBuilder names = new StringBuilder();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + DATABASE)) {
      for (Path file : files) {
        if (!isUnused(file)) {
          names.append(file.getFileName()).append('\n');
        }
      }
    }
    Path whole = Files.createTempFile(folder, NAME, ".new");
    try {
      Files.writeString(whole, names);
      Durable.sync(whole);
      Files.createLink(file(), whole);
    } catch (FileAlreadyExistsException e) {
      // another was quicker
    } catch (UnsupportedOperationException e) { // no links on this medium
      Files.move(whole, file());
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /**
   * Whether a database has no tables: an update makes a database of saved searches even when there
   * are none to save.
   */
  private static boolean isUnused(Path file) throws IOException {
    return Files.isRegularFile(file) && DatabaseFile.version(file).equals(OptionalInt.of(0));
  }

  private void append(String lines) throws IOException {
    OwnerOnly.createFile(file());
    try (FileChannel channel =
        FileChannel.open(file(), StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      channel.write(ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
  }
}
