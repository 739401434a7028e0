package broadsheet.corpus.record;

import broadsheet.article.Article;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;

/**
 * Takes what a corpus gives, file by file. Each file is told of by one thread; where a corpus is
 * read by several, different files are told of at once. What it throws ends the reading and comes
 * out of there as it is.
 */
public interface Reception {

  /** Whether the file is to be read; if so, {@link #end} or {@link #endUnread} follows. */
  boolean begin(FoundFile file);

  /** An article of a file that was begun. */
  void article(String path, Article article);

  /** Something to remember about a file that was begun, or about a record of it. */
  void entry(String path, LedgerEntry entry);

  /** The file is done with, and this came of it. */
  void end(FileRecord file);

  /**
   * The file or folder that was begun is done with, but could not be read, or not to its end: what
   * came of it is not all that is in it or below it.
   */
  void endUnread(FileRecord file);
}
