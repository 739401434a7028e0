package broadsheet.engine.request;

/**
 * The order of hits. Articles of unknown date come last in both orders by date, and those that came
 * with a build last in that by when articles were added.
 */
public enum SortOrder {
  RELEVANCE,
  NEWEST,
  OLDEST,
  /** The articles of the latest update first, of one update the latest published. */
  ADDED
}
