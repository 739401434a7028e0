package broadsheet.lucene.schema;

/**
 * The progress of finding and deciding names in an index.
 *
 * @param tagger the version of the tagger that read the articles; empty if none did
 * @param changed the number of articles that were added or removed since the names were decided
 */
public record NamesState(String tagger, long changed) {

  /** Nobody looked for names. */
  public static final NamesState NONE = new NamesState("", 0);

  private static final String SEPARATOR = " ";

  /**
   * @throws IllegalArgumentException when the version holds a blank
   */
  public NamesState {
    if (tagger.contains(SEPARATOR)) {
      throw new IllegalArgumentException("not the version of a tagger: " + tagger);
    }
  }

  /** Whether names are looked for in its articles. */
  public boolean isFound() {
    return !tagger.isEmpty();
  }

  /** The state as a text of a commit. */
  String text() {
    return isFound() ? tagger + SEPARATOR + changed : "";
  }

  /** The reverse of {@link #text}. */
  static NamesState of(String text) {
    int end = text.indexOf(SEPARATOR);
    return end < 0
        ? NONE
        : new NamesState(text.substring(0, end), Long.parseLong(text.substring(end + 1)));
  }
}
