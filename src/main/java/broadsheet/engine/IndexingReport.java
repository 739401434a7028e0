package broadsheet.engine;

/**
 * The result of an indexing session. Immutable.
 *
 * @param indexed articles that are new or changed
 * @param unchanged articles that were in the index and stay as they are
 * @param removed records that no longer give an article
 * @param duplicates records read in this session that are word for word the same as an article kept
 * @param superseded articles of which there is a later version since this session; they are kept,
 *     but found only among all versions
 * @param erased records that were left out because their article was erased
 */
public record IndexingReport(
    long indexed, long unchanged, long removed, long duplicates, long superseded, long erased) {

  /** A session that left nothing out. */
  public IndexingReport(
      long indexed, long unchanged, long removed, long duplicates, long superseded) {
    this(indexed, unchanged, removed, duplicates, superseded, 0);
  }

  /** A session without articles of which there is a later version. */
  public IndexingReport(long indexed, long unchanged, long removed, long duplicates) {
    this(indexed, unchanged, removed, duplicates, 0);
  }

  /** The report of the same session, which left some records out. */
  public IndexingReport leavingOut(long records) {
    return new IndexingReport(indexed, unchanged, removed, duplicates, superseded, records);
  }
}
