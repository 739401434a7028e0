package broadsheet.engine.request;

/** The counts that come with the hits of a search. */
public enum Counting {
  /** None; the quickest. */
  NONE,
  /** All hits, by facet and over time. */
  ALL,
  /** All hits, by facet and over time, and their words. */
  WORDS
}
