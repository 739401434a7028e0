package broadsheet.lucene.rank;

import broadsheet.lucene.proximity.OccurrenceQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * Tells from the form of a query whether it looks at the places of words, which is then most of its
 * cost. Stateless.
 */
final class PositionReading {

  private PositionReading() {}

  static boolean isIn(Query query) {
    boolean[] isFound = new boolean[1];
    query.visit(
        new QueryVisitor() {
          @Override
          public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            isFound[0] |= isReading(parent);
            return this;
          }
        });
    return isFound[0];
  }

  private static boolean isReading(Query query) {
    return query instanceof PhraseQuery
        || query instanceof MultiPhraseQuery
        || query instanceof OccurrenceQuery;
  }
}
