package broadsheet.engine;

import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import java.util.List;
import java.util.Map;

/**
 * The outcome of every file and record that was read into an index. Each answer is from the newest
 * committed state. Thread-safe.
 */
public interface IndexLedger {

  /** The totals: articles kept, and records left out, by reason. */
  LedgerTotals totals();

  /** The number of articles of each source, in the order of {@link IndexSummary#origins}. */
  List<Long> articlesOfOrigins();

  /** The number of entries for each reason, the most frequent first. */
  Map<String, Long> reasons(Outcome outcome);

  /**
   * A page of the entries of one outcome, ordered by the paths of their files.
   *
   * @param from the number of entries to skip
   * @param most the most entries to return
   */
  List<LedgerEntry> entries(Outcome outcome, int from, int most);

  /**
   * A page of the files, ordered by path.
   *
   * @param after the path of the last file before the page; empty to start at the first
   * @param from the number of files to skip after that
   * @param most the most files to return
   */
  List<FileRecord> files(String after, int from, int most);
}
