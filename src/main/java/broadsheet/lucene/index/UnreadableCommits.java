package broadsheet.lucene.index;

import java.io.IOException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;

/**
 * Commits that no reader can open, because they are damaged or another Lucene's. IndexWriter
 * refuses to work beside one, even to write a new index.
 */
final class UnreadableCommits {

  private static final String COMMIT = "segments";

  private UnreadableCommits() {}

  /**
   * Forgets them, so that the writer opened next clears their files away. Whatever Lucene can read,
   * and whatever it cannot read for some other reason (rights, a failing disk), is left alone.
   *
   * @throws org.apache.lucene.store.LockObtainFailedException when the index is being written
   */
  static void remove(Directory directory) throws IOException {
    try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      for (String file : directory.listAll()) {
        if (file.startsWith(COMMIT) && !isReadable(directory, file)) {
          lock.ensureValid();
          directory.deleteFile(file);
        }
      }
    }
  }

  private static boolean isReadable(Directory directory, String file) throws IOException {
    try {
      SegmentInfos.readCommit(directory, file);
      return true;
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | IllegalArgumentException e) {
      return false;
    }
  }
}
