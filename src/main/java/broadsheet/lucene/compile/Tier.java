package broadsheet.lucene.compile;

/** A part of a query's hits: those that match all of it, or only some. */
public enum Tier {
  /** All of the query. */
  FULL,
  /** Enough of its words, in one list with those that have all of it. */
  LIST,
  /** Enough of it, where no article has all of it. */
  SOME,
  /** Enough of its words, after the few articles that have all of it; these are among the hits. */
  FOLLOWING,
  /** The same without the articles that have all of it. */
  NOT_FULL,
  /** Any of its words. */
  ANY
}
