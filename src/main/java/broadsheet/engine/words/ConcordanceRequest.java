package broadsheet.engine.words;

import broadsheet.query.QueryNode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A request for a page of a concordance.
 *
 * @param set the articles, and the query whose matches are lines
 * @param size the most lines, 1 to {@value #MOST_LINES}
 * @param after the {@link Concordance#next} of the page before; empty for the first page. One that
 *     was made for another order is refused with a {@link
 *     broadsheet.engine.request.CursorException}
 * @param context the most characters on each side of a match, 0 to {@value #MOST_CONTEXT}
 * @param then the orders of lines that are equal in the first, at most two
 * @param near makes lines of matches with this word near them alone
 * @param sample draws some of the lines
 * @param marked a query whose matches in the articles are lines instead; see {@link NearWord} for
 *     the texts
 */
public record ConcordanceRequest(
    WordSet set,
    LineOrder order,
    int size,
    Optional<String> after,
    int context,
    List<LineOrder> then,
    Optional<NearWord> near,
    Optional<LineSample> sample,
    Optional<QueryNode> marked) {

  /** The most lines of one answer. */
  public static final int MOST_LINES = 10_000;

  /** The most characters on each side. */
  public static final int MOST_CONTEXT = 500;

  /** The most orders by which equal lines are sorted. */
  private static final int MOST_THEN = 2;

  /**
   * @throws IllegalArgumentException when a number is out of range
   */
  public ConcordanceRequest {
    then = List.copyOf(then);
    if (size < 1
        || size > MOST_LINES
        || context < 0
        || context > MOST_CONTEXT
        || then.size() > MOST_THEN) {
      throw new IllegalArgumentException("size or context out of range: " + size + ", " + context);
    }
  }

  /** A request for lines of all matches. */
  public ConcordanceRequest(
      WordSet set, LineOrder order, int size, Optional<String> after, int context) {
    this(
        set,
        order,
        size,
        after,
        context,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with other sets for its queries. */
  public ConcordanceRequest of(UnaryOperator<WordSet> others) {
    return new ConcordanceRequest(
        others.apply(set),
        order,
        size,
        after,
        context,
        then,
        near,
        sample,
        marked.map(query -> others.apply(set.with(query)).query()));
  }

  /** Whether parts of earlier releases know all that is asked. */
  public boolean isPlain() {
    return then.isEmpty()
        && near.isEmpty()
        && sample.isEmpty()
        && marked.isEmpty()
        && order != LineOrder.MATCH;
  }
}
