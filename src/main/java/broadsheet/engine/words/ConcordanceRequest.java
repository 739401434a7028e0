package broadsheet.engine.words;

import java.util.Optional;

/**
 * A request for a page of a concordance.
 *
 * @param set the articles, and the query whose matches are lines
 * @param size the most lines, 1 to {@value #MOST_LINES}
 * @param after the {@link Concordance#next} of the page before; empty for the first page. One that
 *     was made for another order is refused with a {@link
 *     broadsheet.engine.request.CursorException}
 * @param context the most characters on each side of a match, 0 to {@value #MOST_CONTEXT}
 */
public record ConcordanceRequest(
    WordSet set, LineOrder order, int size, Optional<String> after, int context) {

  /** The most lines of one answer. */
  public static final int MOST_LINES = 1_000;

  /** The most characters on each side. */
  public static final int MOST_CONTEXT = 500;

  /**
   * @throws IllegalArgumentException when a number is out of range
   */
  public ConcordanceRequest {
    if (size < 1 || size > MOST_LINES || context < 0 || context > MOST_CONTEXT) {
      throw new IllegalArgumentException("size or context out of range: " + size + ", " + context);
    }
  }
}
