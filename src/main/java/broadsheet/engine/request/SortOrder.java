package broadsheet.engine.request;

/** In which order hits come. Articles of unknown date come last in both orders by date. */
public enum SortOrder {
  RELEVANCE,
  NEWEST,
  OLDEST
}
