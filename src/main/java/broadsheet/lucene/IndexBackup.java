package broadsheet.lucene;

import broadsheet.engine.EngineException;
import broadsheet.lucene.schema.CommitFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;

/** Copies an index, which may be searched and written meanwhile. */
final class IndexBackup {

  /** The index of vectors, in a folder of its own within that of the index. */
  private static final String VECTORS = "semantic";

  private IndexBackup() {}

  /**
   * Copies the newest commit and its vectors, and verifies every byte of the copy.
   *
   * @param target a folder that is empty or missing
   * @throws EngineException when the index cannot be read or the copy cannot be written
   */
  static void copy(Path index, Path target) {
    try {
      copyIndex(index, target);
      if (isIndex(index.resolve(VECTORS))) {
        copyIndex(index.resolve(VECTORS), target.resolve(VECTORS));
      }
    } catch (IOException e) {
      throw new EngineException(
          "The backup in %s is not complete (%s). Check disk space and permissions, then try again with another folder."
              .formatted(target, e.getMessage()),
          e);
    }
  }

  private static boolean isIndex(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (FSDirectory directory = FSDirectory.open(folder)) {
      return DirectoryReader.indexExists(directory);
    }
  }

  private static void copyIndex(Path from, Path to) throws IOException {
    try (FSDirectory source = FSDirectory.open(from);
        FSDirectory copy = FSDirectory.open(to)) {
      CommitFiles.copy(source, copy);
      CommitFiles.verifyAll(copy);
    }
  }
}
