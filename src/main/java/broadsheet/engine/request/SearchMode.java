package broadsheet.engine.request;

/** The evidence that a search uses. */
public enum SearchMode {
  /** Words. */
  LEXICAL,

  /** Words and, if the query has plain words, their meaning as well. */
  HYBRID
}
