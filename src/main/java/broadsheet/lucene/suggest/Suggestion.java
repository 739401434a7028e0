package broadsheet.lucene.suggest;

import broadsheet.engine.request.FacetField;
import java.util.Optional;

/**
 * One way to go on with what is typed.
 *
 * @param text what stands in place of the unfinished word
 * @param articles about how many have it
 * @param facet of a value; empty of anything else
 */
record Suggestion(String text, Kind kind, int articles, Optional<FacetField> facet) {

  /** What articles have in their text. */
  public Suggestion(String text, Kind kind, int articles) {
    this(text, kind, articles, Optional.empty());
  }

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
