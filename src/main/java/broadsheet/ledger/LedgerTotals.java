package broadsheet.ledger;

/**
 * The sums of a ledger at one moment. Immutable.
 *
 * @param files files finished
 * @param bytes bytes of them read, as they lie on disk
 * @param indexed articles kept; while reading goes on, articles handed over
 * @param duplicates records that are kept with another that is the same in every word
 * @param skipped files and records that are no articles
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

  /** Everything met: each file that gave no articles, and each record of the others, once. */
  public long read() {
    return indexed + duplicates + skipped + failed;
  }
}
