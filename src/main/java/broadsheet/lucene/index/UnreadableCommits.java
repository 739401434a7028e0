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
 * Commits that no reader can open, because they are damaged, lack files or are another Lucene's.
 * IndexWriter refuses to work beside one, even to write a new index.
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
