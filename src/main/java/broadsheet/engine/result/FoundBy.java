package broadsheet.engine.result;

/** Why an article is a hit. */
public enum FoundBy {
  /** It matches as asked. */
  WORDS,

  /** Only a passage of it is near the query in meaning; it need not have any of its words. */
  MEANING
}
