package broadsheet.lucene.index;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;

/**
 * Deletes commits that no reader can open, because they are damaged, lack files or were written by
 * another version of Lucene. IndexWriter refuses to work beside one, even to write a new index.
 */
final class UnreadableCommitCleanup {

  private static final String COMMIT = "segments";

  private UnreadableCommitCleanup() {}

  /**
   * Removes such commits, so that the next writer deletes their files. Commits that Lucene can
   * read, or cannot read for another reason (permissions, a failing disk), are kept.
   *
   * @throws org.apache.lucene.store.LockObtainFailedException when the index is being written
   */
  static void remove(Directory directory) throws IOException {
    try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      Set<String> files = Set.of(directory.listAll());
      for (String file : files) {
        if (file.startsWith(COMMIT) && !isReadable(directory, file, files)) {
          lock.ensureValid();
          directory.deleteFile(file);
        }
      }
    }
  }

  private static boolean isReadable(Directory directory, String file, Set<String> files)
      throws IOException {
    try {
      return files.containsAll(SegmentInfos.readCommit(directory, file).files(true));
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | IllegalArgumentException e) {
      return false;
    }
  }
}
