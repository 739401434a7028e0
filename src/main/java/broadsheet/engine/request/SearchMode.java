package broadsheet.engine.request;

/** The retrieval mode of a search: by words alone, or hybrid, by words and meaning. */
public enum SearchMode {
  /** Words. */
  LEXICAL,

  /** Words and, if the query has plain words, their meaning as well. */
  HYBRID
}
