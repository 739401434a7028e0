package broadsheet.engine.request;

/** The order of hits. Articles of unknown date come last in both orders by date. */
public enum SortOrder {
  RELEVANCE,
  NEWEST,
  OLDEST
}
