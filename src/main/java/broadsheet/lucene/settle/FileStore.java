package broadsheet.lucene.settle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the files of folders where every machine finds them. A folder is known by a name of
 * letters, digits and hyphens. Each method throws a {@link broadsheet.engine.EngineException} when
 * the store does not answer or take something.
 */
public interface FileStore {

  /** The names of all folders that are kept, sorted. */
  List<String> folders();

  /** The files of a folder; empty when it is not kept. */
  Optional<FileList> list(String folder);

  /**
   * Replaces the list of a folder in one step. All its files must have been written.
   *
   * @param before the id of the list that it replaces; empty if there must be none
   * @return whether it was replaced; false when another list is there
   */
  boolean replace(String folder, Optional<String> before, FileList list);

  /**
   * Writes a file. Writing the same again does no harm.
   *
   * @throws IOException when the content cannot be read
   */
  void write(String folder, KeptFile file, InputStream content) throws IOException;

  /**
   * Reads a file that is in the list of its folder.
   *
   * @throws IOException when the content cannot be written
   */
  void read(String folder, KeptFile file, OutputStream content) throws IOException;

  /** Removes all files of a folder that are not in a list. */
  void retain(String folder, FileList list);

  /** Removes a folder. Does nothing if it is not kept. */
  void remove(String folder);
}
