package broadsheet.ledger;

/**
 * The reason for an entry in the ledger: a duplicate, skipped, failed, read with a remark, or
 * erased.
 */
public enum Outcome {
  /** Merged with another article that is word for word the same. */
  DUPLICATE,
  /** Left out on purpose: it is not an article. */
  SKIPPED,
  /** Should have been an article, but could not be read. */
  FAILED,
  /** Read, with something in it mended or left open. */
  REMARKED,
  /** Erased on purpose, and kept out since. */
  ERASED
}
