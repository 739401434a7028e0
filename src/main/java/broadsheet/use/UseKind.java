package broadsheet.use;

/** A use of a collection that is counted. */
public enum UseKind {
  /** A search, of which only the first page counts. */
  SEARCH,
  /** An article that is opened: an item request in the terms of COUNTER. */
  ARTICLE,
  /** A download of many articles. */
  EXPORT
}
