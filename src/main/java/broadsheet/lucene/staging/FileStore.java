package broadsheet.lucene.staging;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A block store, which every machine can reach, for the files of folders. A folder is known by a
 * name of letters, digits and hyphens. Each method throws a {@link
 * broadsheet.engine.EngineException} when the store does not answer or take something. Thread-safe.
 */
public interface FileStore {

  /** The size of each block of a file but the last, in bytes. */
  int BLOCK = 1 << 14;

  /** The most blocks that are written or read at once. */
  int MOST_BLOCKS = 256;

  /**
   * A block of a file.
   *
   * @param number from 0
   */
  record Block(StoredFile file, long number) {}

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
   * Writes blocks of files. Writing the same again does no harm.
   *
   * @param blocks at most {@value #MOST_BLOCKS}, with their contents
   */
  void write(String folder, Map<Block, byte[]> blocks);

  /**
   * Reads blocks of files whose blocks are all written.
   *
   * @param blocks at most {@value #MOST_BLOCKS}
   */
  List<byte[]> read(String folder, List<Block> blocks);

  /** Removes all files of a folder that are not in a list. */
  void retain(String folder, FileList list);

  /** Removes a folder. Does nothing if it is not kept. */
  void remove(String folder);
}
