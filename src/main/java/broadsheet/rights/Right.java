package broadsheet.rights;

/** A use of a collection that may be allowed or not. */
public enum Right {
  /** Finding and reading its articles. */
  READ,
  /** Taking many of its articles away at once: downloads, batches, receipts. */
  EXPORT,
  /** Counting and comparing its words, also through assistants. */
  ASK
}
