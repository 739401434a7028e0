package broadsheet.rights;

/** A use of a collection that may be allowed or not. */
public enum Right {
  /** To find and read its articles. */
  READ,
  /** To take away many of its articles at once: downloads, batches, receipts. */
  EXPORT,
  /** To have its words counted and compared, also by assistants. */
  ASK
}
