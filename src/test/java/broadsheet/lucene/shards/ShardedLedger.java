package broadsheet.lucene.shards;

import broadsheet.engine.IndexLedger;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The ledgers of all shards as one. A file's records are on one shard. Thread-safe. */
record ShardedLedger(Supplier<List<IndexLedger>> shards) implements IndexLedger {

  private <T> List<T> each(Function<IndexLedger, T> question) {
    return shards.get().stream().map(question).toList();
  }

  @Override
  public LedgerTotals totals() {
    return Sums.totals(each(IndexLedger::totals));
  }

  @Override
  public List<Long> articlesOfOrigins() {
    return each(IndexLedger::articlesOfOrigins).stream()
        .reduce(
            (one, other) ->
                java.util.stream.IntStream.range(0, one.size())
                    .mapToObj(i -> one.get(i) + other.get(i))
                    .toList())
        .orElseThrow();
  }

  @Override
  public Map<String, Long> reasons(Outcome outcome) {
    Map<String, Long> sums = new HashMap<>();
    each(ledger -> ledger.reasons(outcome))
        .forEach(own -> own.forEach((reason, count) -> sums.merge(reason, count, Long::sum)));
    return LedgerTotals.mostFirst(sums);
  }

  @Override
  public List<LedgerEntry> entries(Outcome outcome, int from, int most) {
    return merged(
        each(ledger -> ledger.entries(outcome, 0, from + most)),
        Comparator.comparing(entry -> entry.place().replaceAll("#.*", "")),
        from,
        most);
  }

  @Override
  public List<FileRecord> files(String after, int from, int most) {
    return merged(
        each(ledger -> ledger.files(after, 0, from + most)),
        Comparator.comparing(FileRecord::path),
        from,
        most);
  }

  private static <T> List<T> merged(List<List<T>> shards, Comparator<T> order, int from, int most) {
    Stream<T> all = shards.stream().flatMap(List::stream).sorted(order);
    return all.skip(from).limit(most).toList();
  }
}
