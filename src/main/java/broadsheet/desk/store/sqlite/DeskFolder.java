package broadsheet.desk.store.sqlite;

import broadsheet.desk.DeskException;
import broadsheet.files.OwnerOnly;
import broadsheet.files.WholeFile;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder for everything that readers save about an index: {@code NAME.desk} beside the index
 * folder {@code NAME}, so that it outlives an index that is deleted, damaged or of another format.
 * Immutable.
 *
 * @param index the folder of the index, without links
 */
record DeskFolder(Path index) {

  private static final String ENDING = ".desk";

  /** Keeps the folder out of an index built from the folders around it. */
  private static final String IGNORE = ".broadsheetignore";

  /** The desk of the index in a folder, which need not exist. A link is resolved first. */
  static DeskFolder of(Path index) {
    return new DeskFolder(PathName.real(index));
  }

  Path folder() {
    Path name = index.getFileName();
    return name == null ? index.resolve("root" + ENDING) : PathName.sibling(index, "", ENDING);
  }

  Path file(String name) {
    return folder().resolve(name);
  }

  boolean isThere() {
    return Files.isDirectory(folder());
  }

  DeskContents contents() {
    return new DeskContents(folder());
  }

  /** Whether a missing or empty file once held a database. */
  boolean expects(String name) throws IOException {
    return isThere() && contents().names().contains(name);
  }

  /** Records that a database was made. If that is impossible now, the next use does it. */
  void made(String name) {
    if (!Files.isWritable(folder())) {
      return;
    }
    try {
      contents().add(name);
    } catch (IOException | DeskException e) {
      // a full disk, or damage that does not concern this database; the change itself is stored
    }
  }

  /**
   * Creates the folder if it is missing.
   *
   * @throws DeskException when it cannot be created
   */
  void make() {
    if (isThere()) {
      return;
    }
    try {
      OwnerOnly.createFolder(folder());
      OwnerOnly.createFile(file(IGNORE));
      Files.writeString(file(IGNORE), "# What was saved of the index beside it\n*\n");
      contents().begin();
    } catch (IOException e) {
      throw cannotBeMade(e);
    }
  }

  /**
   * Creates an empty file for a database, and the folder if it is missing.
   *
   * @throws DeskException when it cannot be created
   */
  void make(String name) {
    make();
    try {
      contents().begin(); // before there is an empty file
      OwnerOnly.createFile(file(name));
    } catch (IOException e) {
      throw cannotBeMade(e);
    }
  }

  private DeskException cannotBeMade(IOException e) {
    return new DeskException(
        "The folder %s for what readers keep cannot be created (%s). Check its name and permissions, then try again."
            .formatted(folder(), WholeFile.reason(e)),
        e);
  }

  /** Removes permissions of other users. */
  void tighten() {
    OwnerOnly.tighten(folder());
  }
}
