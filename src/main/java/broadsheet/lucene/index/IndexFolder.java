package broadsheet.lucene.index;

import broadsheet.engine.EngineException;
import broadsheet.engine.IndexRoom;
import broadsheet.engine.WriteLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The folder of an index that is written. Immutable.
 *
 * @param path the folder
 * @param form the form of its articles
 * @param opening opens it
 */
public record IndexFolder(Path path, ArticleForm form, Opening opening) {

  /** Opens folders with indexes. */
  public interface Opening {

    /** Opens a folder, which is created when missing. */
    Directory open(Path folder) throws IOException;
  }

  /** The folder of an index that is searched, with all its files. */
  public static IndexFolder searched(Path path) {
    return new IndexFolder(path, ArticleForm.SEARCHED, FSDirectory::open);
  }

  /** The room on the disk of a folder, which need not exist; empty if it cannot be known. */
  public static Optional<IndexRoom> room(Path folder) {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      long free = Files.getFileStore(there).getUsableSpace();
      return Optional.of(new IndexRoom(folder, live(folder), free));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static long live(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Directory directory = FSDirectory.open(folder)) {
      double live = 0;
      for (SegmentCommitInfo segment : SegmentInfos.readLatestCommit(directory)) {
        int all = segment.info.maxDoc();
        live += (double) segment.sizeInBytes() * (all - segment.getDelCount()) / Math.max(1, all);
      }
      return (long) live;
    } catch (IOException e) {
      return 0; // none, or one that nobody can read
    }
  }

  /**
   * Merges the segments that many small updates left behind, without changing any content. May take
   * long.
   *
   * @throws EngineException as {@link LuceneIndexingSession#update} does
   */
  public void tidy() {
    try (OpenedIndex index = OpenedIndex.forUpdate(this)) {
      index.tidy();
    }
  }

  /**
   * Keeps others from writing the index in a folder, which is created when missing.
   *
   * @throws EngineException when another process is writing it, or it cannot be written
   */
  public static WriteLock lock(Path folder) {
    return OpenedIndex.lock(folder);
  }

  Directory open() throws IOException {
    return opening.open(path);
  }
}
