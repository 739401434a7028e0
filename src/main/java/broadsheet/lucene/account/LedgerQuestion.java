package broadsheet.lucene.account;

import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import broadsheet.ledger.Source;
import broadsheet.lucene.part.IndexPart;
import broadsheet.lucene.part.PartQuestion;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A question about the ledger of a part. Immutable.
 *
 * @param <A> the answer
 */
public sealed interface LedgerQuestion<A> extends PartQuestion<A> {

  /** Answers it from a ledger. */
  A answer(LedgerReader ledger) throws IOException;

  @Override
  default A answer(IndexPart part) throws IOException {
    return answer(new LedgerReader(part.own()));
  }

  /** Asks for the totals. */
  record TotalsQuestion() implements LedgerQuestion<LedgerTotals> {
    @Override
    public LedgerTotals answer(LedgerReader ledger) throws IOException {
      return ledger.totals();
    }
  }

  /** Asks for the number of articles with a location in each source. */
  record OriginsQuestion(List<Source> sources) implements LedgerQuestion<List<Long>> {
    @Override
    public List<Long> answer(LedgerReader ledger) throws IOException {
      return ledger.articles(sources);
    }
  }

  /** Asks for the number of records with each reason for an outcome. */
  record ReasonsQuestion(Outcome outcome) implements LedgerQuestion<Map<String, Long>> {
    @Override
    public Map<String, Long> answer(LedgerReader ledger) throws IOException {
      return ledger.reasons(outcome);
    }
  }

  /** Asks for the entries with an outcome, from a number on. */
  record EntriesQuestion(Outcome outcome, int from, int most)
      implements LedgerQuestion<List<LedgerEntry>> {
    @Override
    public List<LedgerEntry> answer(LedgerReader ledger) throws IOException {
      return ledger.entries(outcome, from, most);
    }
  }

  /** Asks for the files behind a path, from a number on. */
  record FilesQuestion(String after, int from, int most)
      implements LedgerQuestion<List<FileRecord>> {
    @Override
    public List<FileRecord> answer(LedgerReader ledger) throws IOException {
      return ledger.files(after, from, most);
    }
  }
}
