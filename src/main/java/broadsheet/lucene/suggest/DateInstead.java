package broadsheet.lucene.suggest;

import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.CanonicalText;
import broadsheet.query.DateInWords;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a query that names a month and a year in words may have been meant to say: the same within
 * that month. What is offered finds something. Stateless.
 */
public final class DateInstead {

  /** It is found out in this share of the time. */
  private static final double SHARE = 0.1;

  private DateInstead() {}

  /** The texts of such queries, a day before its month; empty when the query names no date. */
  public static List<String> of(QueryNode root, FilterClause narrowing, SearchBudget budget)
      throws IOException {
    List<QueryNode> dated = DateInWords.of(root);
    if (dated.isEmpty()) {
      return List.of();
    }
    Alternatives alternatives =
        new Alternatives(budget.snapshot(), narrowing, budget.finding().part(SHARE));
    List<String> offers = new ArrayList<>();
    for (QueryNode query : dated) {
      if (alternatives.typed(query) > 0) {
        offers.add(CanonicalText.of(query));
      }
    }
    return offers;
  }
}
