package broadsheet.lucene.suggest;

import broadsheet.engine.request.FacetField;
import java.util.Optional;

/**
 * One completion of typed text.
 *
 * @param text the replacement for the unfinished word
 * @param articles the approximate number of articles that have it
 * @param facet the facet of a value; empty for other kinds
 */
record Suggestion(String text, Kind kind, int articles, Optional<FacetField> facet) {

  /** A completion from the text of articles. */
  public Suggestion(String text, Kind kind, int articles) {
    this(text, kind, articles, Optional.empty());
  }

  /** The kind of a completion. */
  enum Kind {
    WORD,
    PHRASE,
    /** A name or label that articles are filed under. */
    VALUE,
    /** The rest of one article's headline. */
    TITLE
  }
}
