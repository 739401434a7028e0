package broadsheet.engine;

import broadsheet.article.Article;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Source;
import broadsheet.ledger.SourceChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rebuild or update of an index. Nothing it does is seen by readers until {@link #commit};
 * closed without it, or killed, it leaves the index as it was. Each file is told of from its {@link
 * #begin} to its {@link #end} by one thread; different files may be told of by different threads at
 * once.
 *
 * <p>What the index holds in the end does not depend on the order of the calls, nor on what was
 * updated when: an update leads to the same articles, ids and families as a rebuild from the same
 * files.
 */
public interface IndexingSession extends AutoCloseable {

  /** What the index the session began with holds, file by file; empty in a rebuild. */
  Optional<FileRecord> known(String path);

  /** What the index the session began with was made from; empty in a rebuild. */
  List<Source> sources();

  /** Says that a known file is as it was, whatever the system tells of it now. */
  void keep(FileRecord file);

  /** Says that a file is read now; what is not added again before its end is taken out. */
  void begin(String path);

  /**
   * Takes an article of a file in; may return before it is written, and waits when too many are
   * under way. Of articles that ask for the same id all but one get a suffix ({@code ~2}), and
   * those that are the same in every word are kept once with all their places.
   *
   * @param path the file; empty for an article that is from none
   * @throws EngineException when the index can no longer be written (a full disk, say)
   */
  void add(String path, Article article);

  /** Takes an entry of a file into the ledger. */
  void enter(String path, LedgerEntry entry);

  /** Says what came of a file. */
  void end(FileRecord file);

  /**
   * Says that a file or folder that was begun could not be read, or not to its end: what the index
   * has of it and below it stays, beside what was added now.
   */
  void endUnread(FileRecord file);

  /** Takes an article in that is from no file. */
  default void add(Article article) {
    add("", article);
  }

  /**
   * Takes out the known files at that path or below it that were neither kept nor begun.
   *
   * @param path of a file or folder, there or not
   */
  void removeUnseen(String path);

  /**
   * What becomes of the sources of the index that this session updates or replaces, once all is
   * read and removed: those that lose articles, new ones counted against lost ones. Empty where the
   * index to be replaced cannot be read.
   */
  List<SourceChange> losses();

  /**
   * The ids of articles that turned out impossible to index, each with the reason; at most the
   * first thousand. Complete once committed.
   */
  Map<String, String> rejected();

  /**
   * Makes what was added and kept the index. Atomic.
   *
   * @param sources what it is made from
   */
  IndexingReport commit(List<Source> sources);

  /** Gives up what was not committed. */
  @Override
  void close();
}
