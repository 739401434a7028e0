package broadsheet.engine;

import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import java.util.List;
import java.util.Map;

/**
 * What became of everything that was read into an index. Each answer is from the newest committed
 * state. Thread-safe.
 */
public interface IndexLedger {

  /** The sums: what is kept, and what is not and why. */
  LedgerTotals totals();

  /** The articles of each source of the index, in the order of {@link IndexSummary#origins}. */
  List<Long> articlesOfOrigins();

  /** How many entries have each reason, the most frequent first. */
  Map<String, Long> reasons(Outcome outcome);

  /**
   * Some of the entries of one outcome, by the paths of their files.
   *
   * @param from how many are passed over
   * @param most how many are wanted
   */
  List<LedgerEntry> entries(Outcome outcome, int from, int most);

  /**
   * Some of the files, by their paths.
   *
   * @param after the path of the last file that is not wanted; empty to begin with the first
   * @param from how many after that are passed over
   * @param most how many are wanted
   */
  List<FileRecord> files(String after, int from, int most);
}
