package broadsheet.desk.store.sqlite;

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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which databases a desk holds, a name a line, so that one that is lost is not taken for one that
 * was never made. Lines are only ever appended, in one write each, so several processes may do so.
 * Immutable.
 *
 * @param folder of the desk
 */
record DeskContents(Path folder) {

  /** The name of the file. */
  static final String NAME = "contents";

  private static final String DATABASE = ".db";

  private static final Pattern NAME_OF_ONE = Pattern.compile("[A-Za-z0-9_-]+\\.db");

  /** Offset and length of the version in the header of a database. */
  private static final int VERSION_AT = 60;

  private static final int VERSION_BYTES = 4;

  private Path file() {
    return folder.resolve(NAME);
  }

  /** Whether there is a record; a desk of an earlier release has none until it is first opened. */
  boolean isKept() {
    return Files.exists(file());
  }

  /**
   * The names of the databases that must be there.
   *
   * @throws DeskException when a line is no such name
   */
  Set<String> names() throws IOException {
    if (!isKept()) {
      return Set.of();
    }
    Set<String> names = new TreeSet<>();
    // Any byte is a character in Latin-1, so that damage is met here.
    for (String line : Files.readAllLines(file(), StandardCharsets.ISO_8859_1)) {
      if (!NAME_OF_ONE.matcher(line).matches()) {
        throw new DeskException(
            "%s is damaged (a line is no name of a database). Restore it from a backup, or correct it: it has a line for each database beside it."
                .formatted(file()));
      }
      names.add(line);
    }
    return names;
  }

  /** Adds a database that was made. */
  void add(String name) throws IOException {
    if (!names().contains(name)) {
      append(name + "\n");
    }
  }

  /**
   * Begins the record with the databases that are there: those of an earlier release. Where another
   * thread or process begins it at the same time, theirs is kept: a database that is made meanwhile
   * is not there in the record, or it would be missed while it is empty.
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

  /** An update makes a database of saved searches even where there is none to save. */
  private static boolean isUnused(Path file) throws IOException {
    if (!Files.isRegularFile(file) || !DatabaseFile.isOne(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer version = ByteBuffer.allocate(VERSION_BYTES);
      return channel.read(version, VERSION_AT) == VERSION_BYTES && version.getInt(0) == 0;
    }
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
