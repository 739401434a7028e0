package broadsheet.desk.sqlite;

import broadsheet.desk.DeskException;
import broadsheet.files.WholeFile;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of what readers save about an index: {@code NAME.desk} beside the index folder {@code
 * NAME}, so that it outlives an index that is deleted, damaged or of another format. Immutable.
 *
 * @param index the folder of the index, without links
 */
record DeskFolder(Path index) {

  private static final String ENDING = ".desk";

  /** Keeps the folder out of an index that is made from the folders around it. */
  private static final String IGNORE = ".broadsheetignore";

  /** The desk of the index in a folder, which need not exist. A link is resolved first. */
  static DeskFolder of(Path index) {
    Path whole = index.toAbsolutePath().normalize();
    Path parent = whole.getParent();
    if (parent == null || Files.exists(whole)) {
      return new DeskFolder(real(index));
    }
    return new DeskFolder(real(parent).resolve(whole.getFileName()));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize(); // missing, or not readable
    }
  }

  Path folder() {
    Path name = index.getFileName();
    return name == null ? index.resolve("root" + ENDING) : PathName.sibling(index, "", ENDING);
  }

  Path file(String name) {
    return folder().resolve(name);
  }

  /** Where earlier releases kept such a file. */
  Path formerly(String name) {
    return index.resolve(name);
  }

  boolean isThere() {
    return Files.isDirectory(folder());
  }

  /**
   * Creates the folder where it is missing.
   *
   * @throws DeskException when it cannot be created
   */
  void make() {
    if (isThere()) {
      return;
    }
    try {
      Files.createDirectories(folder());
      Files.writeString(file(IGNORE), "# What was saved of the index beside it\n*\n");
    } catch (IOException e) {
      throw new DeskException(
          "The folder %s for what readers keep cannot be created (%s). Check its name and permissions, then try again."
              .formatted(folder(), WholeFile.reason(e)),
          e);
    }
  }
}
