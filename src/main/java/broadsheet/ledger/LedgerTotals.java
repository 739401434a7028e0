package broadsheet.ledger;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The totals of a ledger at one moment. Immutable.
 *
 * @param files files finished
 * @param bytes bytes of them read, as stored on disk
 * @param indexed articles kept; while reading goes on, articles handed over
 * @param duplicates records merged with an article that is word for word the same
 * @param skipped files and records that are not articles
 * @param failed files and records that could not be read
 * @param remarked remarks on articles
 */
public record LedgerTotals(
    long files,
    long bytes,
    long indexed,
    long duplicates,
    long skipped,
    long failed,
    long remarked) {

  /** Everything met, each once: the files that gave no articles, and the records of the others. */
  public long read() {
    return indexed + duplicates + skipped + failed;
  }

  /** Sorts reasons by their number of entries, the most frequent first, then by name. */
  public static Map<String, Long> mostFirst(Map<String, Long> reasons) {
    Map<String, Long> sorted = new LinkedHashMap<>();
    reasons.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(reason -> sorted.put(reason.getKey(), reason.getValue()));
    return sorted;
  }
}
