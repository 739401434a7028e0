package broadsheet.lucene.index;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.NoDeletionPolicy;
import org.apache.lucene.store.Directory;

/**
 * Deletes files of an index that no commit references. IndexWriter leaves them when it fails to
 * write, although a full disk is what it most often fails for; another one removes them when it
 * opens the index.
 */
final class OrphanFileCleanup {

  private OrphanFileCleanup() {}

  /**
   * Removes them, and keeps every commit.
   *
   * @throws org.apache.lucene.store.LockObtainFailedException when the index is being written
   */
  static void remove(Directory directory) throws IOException {
    boolean hasCommit = DirectoryReader.indexExists(directory);
    new IndexWriter(
            directory,
            new IndexWriterConfig()
                .setOpenMode(hasCommit ? OpenMode.APPEND : OpenMode.CREATE)
                .setIndexDeletionPolicy(NoDeletionPolicy.INSTANCE))
        .rollback();
  }
}
