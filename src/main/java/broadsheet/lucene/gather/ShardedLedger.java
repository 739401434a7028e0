package broadsheet.lucene.gather;

import broadsheet.engine.IndexLedger;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import broadsheet.lucene.shard.ArchiveQuestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The ledgers of all shards as one. A file's records are on one shard. Thread-safe. */
record ShardedLedger(ShardedReads reads) implements IndexLedger {

  @Override
  public LedgerTotals totals() {
    return ShardTotals.totals(reads.about(new ArchiveQuestion.OfTotals()));
  }

  @Override
  public List<Long> articlesOfOrigins() {
    List<Long> sums = new ArrayList<>();
    for (List<Long> shard : reads.about(new ArchiveQuestion.OfOrigins(reads.format().sources()))) {
      for (int i = 0; i < shard.size(); i++) {
        if (sums.size() > i) {
          sums.set(i, sums.get(i) + shard.get(i));
        } else {
          sums.add(shard.get(i));
        }
      }
    }
    return sums;
  }

  @Override
  public Map<String, Long> reasons(Outcome outcome) {
    Map<String, Long> sums = new HashMap<>();
    reads
        .about(new ArchiveQuestion.OfReasons(outcome))
        .forEach(own -> own.forEach((reason, count) -> sums.merge(reason, count, Long::sum)));
    return LedgerTotals.mostFirst(sums);
  }

  @Override
  public List<LedgerEntry> entries(Outcome outcome, int from, int most) {
    return merged(
        reads.ask(new ArchiveQuestion.OfEntries(outcome, from + most)),
        Comparator.comparing(entry -> entry.place().replaceAll("#.*", "")),
        from,
        most);
  }

  @Override
  public List<FileRecord> files(String after, int from, int most) {
    return merged(
        reads.ask(new ArchiveQuestion.OfFiles(after, from + most)),
        Comparator.comparing(FileRecord::path),
        from,
        most);
  }

  private static <T> List<T> merged(List<List<T>> shards, Comparator<T> order, int from, int most) {
    Stream<T> all = shards.stream().flatMap(List::stream).sorted(order);
    return all.skip(from).limit(most).toList();
  }
}
