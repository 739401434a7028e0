package broadsheet.engine.result;

/** Why an article is a hit. */
public enum FoundBy {
  /** It matches the query. */
  WORDS,

  /**
   * Only the meaning of one of its passages is near the query; it need not have any of its words.
   */
  MEANING
}
