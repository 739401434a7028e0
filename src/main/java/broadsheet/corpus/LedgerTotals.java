package broadsheet.corpus;

/**
 * The sums of a ledger at one moment. Immutable.
 *
 * @param files files finished
 * @param bytes bytes of them read, as they lie on disk; never more than {@link CorpusSize#bytes}
 *     for files that do not grow
 * @param indexed articles handed over
 * @param skipped files and records that are no articles
 * @param failed files and records that could not be read
 * @param remarked remarks on articles that were handed over
 */
public record LedgerTotals(
    long files, long bytes, long indexed, long skipped, long failed, long remarked) {

  /** Everything met: each file that gave no articles, and each record of the others, once. */
  public long read() {
    return indexed + skipped + failed;
  }
}
