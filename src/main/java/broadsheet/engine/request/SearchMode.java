package broadsheet.engine.request;

/** What a search goes by. */
public enum SearchMode {
  /** Words. */
  LEXICAL,

  /** Words and, where the query has plain words, their meaning as well. */
  HYBRID
}
