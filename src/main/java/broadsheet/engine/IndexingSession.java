package broadsheet.engine;

import broadsheet.article.Article;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Source;
import broadsheet.ledger.SourceLoss;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rebuild or update of an index. Readers see nothing of it until {@link #commit}; a session
 * that is closed or killed before that leaves the index as it was. One thread handles a file from
 * its {@link #begin} to its {@link #end}; different threads may handle different files at the same
 * time.
 *
 * <p>The resulting index does not depend on the order of the calls or on the history of updates: an
 * update leads to the same articles, ids and families as a rebuild from the same files.
 */
public interface IndexingSession extends AutoCloseable {

  /** The record of a file in the index as the session found it; always empty in a rebuild. */
  Optional<FileRecord> known(String path);

  /** The sources of the index as the session found it; empty in a rebuild from files. */
  List<Source> sources();

  /**
   * Treats what a source repeats in another way from now on, before anything is added.
   *
   * @throws IllegalStateException in the session of a part, which settles nothing
   */
  void treat(FurnitureChange change);

  /** Keeps a known file as unchanged, with its current stamp. */
  void keep(FileRecord file);

  /** Starts reading a file. Articles of it that are not added again before its end are removed. */
  void begin(String path);

  /**
   * Adds an article of a file. It may return before the article is written, and waits when too many
   * are under way. If several articles claim the same id, all but one get a suffix ({@code ~2}).
   * Articles that are word for word the same are kept once, with all their locations.
   *
   * @param path the file; empty for an article that is from no file
   * @throws EngineException when the index can no longer be written (a full disk, say)
   */
  void add(String path, Article article);

  /** Adds an entry about a file to the ledger. */
  void enter(String path, LedgerEntry entry);

  /** Ends a file and records its outcome. */
  void end(FileRecord file);

  /**
   * Ends a file or folder that could not be read to its end. The index keeps its content of the
   * file and below the folder, and the additions of this session.
   */
  void endUnread(FileRecord file);

  /** Adds an article that is from no file. */
  default void add(Article article) {
    add("", article);
  }

  /**
   * Removes the known files at that path or below it that were neither kept nor begun.
   *
   * @param path the path of a file or folder, whether it exists or not
   */
  void removeUnseen(String path);

  /**
   * The sources of the index being updated or replaced that lose articles, once everything is read
   * and removed; new articles offset lost ones. Empty where the index to be replaced cannot be
   * read.
   */
  List<SourceLoss> losses();

  /**
   * The ids of articles that could not be indexed, each with the reason; at most the first
   * thousand. Complete after the commit.
   */
  Map<String, String> rejected();

  /**
   * Commits everything added and kept as the index. Atomic.
   *
   * @param sources the files and folders it is made from
   */
  IndexingReport commit(List<Source> sources);

  /** Discards everything that is not committed. */
  @Override
  void close();
}
