package broadsheet.lucene.rank;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/** Predicts from the form of a query whether its hits will have equal scores. Stateless. */
final class ConstantScores {

  private ConstantScores() {}

  /** Whether all hits have the same score, for certain. */
  static boolean areEqual(Query query) {
    return switch (query) {
      case FieldExistsQuery _, ConstantScoreQuery _ -> true;
      case BooleanQuery all -> all.clauses().stream().allMatch(ConstantScores::isForAll);
      default -> false;
    };
  }

  private static boolean isForAll(BooleanClause clause) {
    return !clause.isScoring() || (clause.occur() == Occur.MUST && areEqual(clause.query()));
  }

  /**
   * Whether the scores are made of constants alone, not of the frequencies of words, so that many
   * hits have the same.
   */
  static boolean areFew(Query query) {
    boolean[] hasWords = new boolean[1];
    query.visit(
        new QueryVisitor() {
          @Override
          public void consumeTerms(Query leaf, Term... terms) {
            hasWords[0] = true;
          }

          @Override
          public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            boolean isScored = occur == Occur.MUST || occur == Occur.SHOULD;
            return isScored ? this : QueryVisitor.EMPTY_VISITOR;
          }
        });
    return !hasWords[0];
  }
}
