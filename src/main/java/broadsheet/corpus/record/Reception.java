package broadsheet.corpus.record;

import broadsheet.article.Article;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;

/**
 * Receives the contents of a corpus, file by file. All calls about a file come from one thread; if
 * several threads read a corpus, calls about different files come concurrently. An exception from
 * it ends the reading and is rethrown as it is.
 */
public interface Reception {

  /** Whether the file is to be read; if so, {@link #end} or {@link #endUnread} follows. */
  boolean begin(FoundFile file);

  /** Receives an article of a file that was begun. */
  void article(String path, Article article);

  /** Receives a ledger entry about a file that was begun, or a record in it. */
  void entry(String path, LedgerEntry entry);

  /** The file is finished, with this result. */
  void end(FileRecord file);

  /**
   * The file or folder that was begun is finished but could not be read, or not to its end: the
   * articles received are not all that it contains.
   */
  void endUnread(FileRecord file);
}
