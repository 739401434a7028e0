package broadsheet.lucene.search;

/**
 * One way to go on with what is typed.
 *
 * @param text what stands in place of the unfinished word
 * @param articles about how many have it
 */
record Completion(String text, Kind kind, int articles) {

  /** What it is. */
  enum Kind {
    WORD,
    PHRASE,
    /** A name or label that articles are filed under. */
    VALUE,
    /** The rest of one article's headline. */
    TITLE
  }
}
