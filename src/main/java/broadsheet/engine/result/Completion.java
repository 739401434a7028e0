package broadsheet.engine.result;

import java.util.Locale;

/**
 * A query completion: a whole query that begins as a reader has begun to type.
 *
 * @param kind what the end of it is
 */
public record Completion(String text, Kind kind) {

  /** The kinds, in the order in which a list shows them. */
  public enum Kind {
    /** A word or a phrase of the texts. */
    WORDS,
    /** A name that was found in the articles, or that they are filed under. */
    NAME,
    /** A source, an author or another label, searched in its field. */
    LABEL,
    /** The rest of one article's headline. */
    HEADLINE;

    /** The kind for readers and programs: {@code words}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
