package broadsheet.engine.request;

/**
 * The minimum-should-match rule for words side by side: all of them must match, or enough of them.
 * Only such words are ever optional.
 */
public enum Match {
  /** All the words for one or two of them; enough of the words from three on. */
  AUTO,

  /** All the words. */
  ALL,

  /** Enough of the words. */
  SOME
}
