package broadsheet.engine.request;

/** By what articles are found. */
public enum SearchMode {
  /** By their words. */
  LEXICAL,

  /** By their words and, where the query has plain words, by what these mean as well. */
  HYBRID
}
