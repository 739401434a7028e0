package broadsheet.ledger;

/** What became of something that the ledger has an entry for. */
public enum Outcome {
  /** Is kept with another article that is the same in every word. */
  DUPLICATE,
  /** Left out for good reason: it is not an article. */
  SKIPPED,
  /** Should have been an article, but could not be read. */
  FAILED,
  /** Was read, with something in it mended or left open. */
  REMARKED
}
