package broadsheet.lucene.account;

import broadsheet.engine.IndexLedger;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import broadsheet.ledger.Source;
import broadsheet.lucene.part.PartReads;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The merged ledgers of all parts of an archive. A file's records are in one part. Thread-safe. */
public record ArchiveLedger(PartReads reads) implements IndexLedger {

  @Override
  public LedgerTotals totals() {
    return reads.read(parts -> sum(parts.about(new LedgerQuestion.TotalsQuestion())));
  }

  private static LedgerTotals sum(List<LedgerTotals> parts) {
    return new LedgerTotals(
        parts.stream().mapToLong(LedgerTotals::files).sum(),
        parts.stream().mapToLong(LedgerTotals::bytes).sum(),
        parts.stream().mapToLong(LedgerTotals::indexed).sum(),
        parts.stream().mapToLong(LedgerTotals::duplicates).sum(),
        parts.stream().mapToLong(LedgerTotals::skipped).sum(),
        parts.stream().mapToLong(LedgerTotals::failed).sum(),
        parts.stream().mapToLong(LedgerTotals::remarked).sum());
  }

  @Override
  public List<Long> articlesOfOrigins() {
    return reads.read(
        parts -> {
          List<Source> sources = parts.format().sources();
          long[] sums = new long[sources.size()];
          for (List<Long> part : parts.about(new LedgerQuestion.OriginsQuestion(sources))) {
            Arrays.setAll(sums, i -> sums[i] + part.get(i));
          }
          return Arrays.stream(sums).boxed().toList();
        });
  }

  @Override
  public Map<String, Long> reasons(Outcome outcome) {
    Map<String, Long> sums = new HashMap<>();
    reads
        .read(parts -> parts.about(new LedgerQuestion.ReasonsQuestion(outcome)))
        .forEach(part -> part.forEach((reason, count) -> sums.merge(reason, count, Long::sum)));
    return LedgerTotals.mostFirst(sums);
  }

  @Override
  public List<LedgerEntry> entries(Outcome outcome, int from, int most) {
    return page(
        (begin, count) -> new LedgerQuestion.EntriesQuestion(outcome, begin, count),
        Comparator.comparing(entry -> entry.place().replaceAll("#.*", "")),
        from,
        most);
  }

  @Override
  public List<FileRecord> files(String after, int from, int most) {
    return page(
        (begin, count) -> new LedgerQuestion.FilesQuestion(after, begin, count),
        Comparator.comparing(FileRecord::path),
        from,
        most);
  }

  /** Asks for some of a list, from a number on. */
  private interface Asking<T> {
    LedgerQuestion<List<T>> question(int from, int most);
  }

  private <T> List<T> page(Asking<T> asking, Comparator<T> order, int from, int most) {
    return reads.read(
        parts ->
            parts.isOne()
                ? parts.ask(asking.question(from, most)).getFirst()
                : parts.ask(asking.question(0, from + most)).stream()
                    .flatMap(List::stream)
                    .sorted(order)
                    .skip(from)
                    .limit(most)
                    .toList());
  }
}
