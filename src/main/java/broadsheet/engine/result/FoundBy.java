package broadsheet.engine.result;

/** The evidence for a hit: it matches by words, or is near in meaning alone. */
public enum FoundBy {
  /** It matches the query. */
  WORDS,

  /**
   * Only the meaning of one of its passages is near the query; it need not have any of its words.
   */
  MEANING
}
