package broadsheet.engine.words;

import broadsheet.engine.request.Filters;
import broadsheet.query.QueryNode;

/**
 * A subcorpus: the articles whose words are counted. Where reprints are folded, what these articles
 * are compared with is folded by itself too: of each family, the oldest article under the filters,
 * or in the archive.
 *
 * @param query finds them; its matches are places in their texts
 * @param filters restrict them
 * @param isFolding whether of reprints only one counts: the oldest, of equally old ones that with
 *     the first id
 * @param isTyped whether each word of the query is the form that was typed alone; otherwise it is
 *     every form that a search finds
 */
public record WordSet(QueryNode query, Filters filters, boolean isFolding, boolean isTyped) {

  /** A set of every form that a search finds. */
  public WordSet(QueryNode query, Filters filters, boolean isFolding) {
    this(query, filters, isFolding, false);
  }

  /** The same of another query. */
  public WordSet with(QueryNode other) {
    return new WordSet(other, filters, isFolding, isTyped);
  }

  /** The same of typed forms alone, or of every form that a search finds. */
  public WordSet typed(boolean isOfTyped) {
    return new WordSet(query, filters, isFolding, isOfTyped);
  }
}
