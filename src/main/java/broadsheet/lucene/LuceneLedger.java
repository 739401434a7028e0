package broadsheet.lucene;

import broadsheet.engine.IndexLedger;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import broadsheet.lucene.account.LedgerReader;
import broadsheet.lucene.snapshot.CommittedIndex;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The ledger of the newest commit of an index. Thread-safe. */
record LuceneLedger(CommittedIndex index) implements IndexLedger {

  /** A question to the ledger of one commit. */
  private interface Asking<T> {
    T of(LedgerReader ledger) throws IOException;
  }

  private <T> T read(Asking<T> asking) {
    return index.read(snapshot -> asking.of(new LedgerReader(snapshot)));
  }

  @Override
  public LedgerTotals totals() {
    return read(LedgerReader::totals);
  }

  @Override
  public List<Long> articlesOfOrigins() {
    return read(ledger -> ledger.articles(ledger.snapshot().summary().origins()));
  }

  @Override
  public Map<String, Long> reasons(Outcome outcome) {
    return LedgerTotals.mostFirst(read(ledger -> ledger.reasons(outcome)));
  }

  @Override
  public List<LedgerEntry> entries(Outcome outcome, int from, int most) {
    return read(ledger -> ledger.entries(outcome, from, most));
  }

  @Override
  public List<FileRecord> files(String after, int from, int most) {
    return read(ledger -> ledger.files(after, from, most));
  }
}
