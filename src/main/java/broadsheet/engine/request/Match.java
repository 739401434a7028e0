package broadsheet.engine.request;

/** The articles that count as hits of words side by side. Only such words are ever optional. */
public enum Match {
  /** All the words for one or two of them; enough of the words from three on. */
  AUTO,

  /** All the words. */
  ALL,

  /** Enough of the words. */
  SOME
}
