package broadsheet.lucene.rank;

import broadsheet.lucene.hits.BestAndAll;
import broadsheet.lucene.proximity.CommonGramsPhrase;
import broadsheet.lucene.proximity.OccurrenceQuery;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/**
 * Decides from the form of a query whether two passes are quicker than one, see {@link BestAndAll}:
 * whether skipping hits that cannot be among the best saves more than finding all hits once more
 * costs. It does for a word and for alternatives. It does not where finding is most of the work:
 * for positions of words, for several words that must all occur, and for patterns and long lists of
 * words. Stateless.
 */
final class TwoPasses {

  /** A query of more terms has long lists of words. */
  private static final int MOST_TERMS = 16;

  private TwoPasses() {}

  static boolean areQuicker(Query query) {
    Visitor visitor = new Visitor();
    query.visit(visitor);
    return !visitor.isCostly && visitor.terms <= MOST_TERMS;
  }

  private static final class Visitor extends QueryVisitor {
    private boolean isCostly;
    private int terms;

    @Override
    public QueryVisitor getSubVisitor(Occur occur, Query parent) {
      isCostly |=
          switch (parent) {
            case PhraseQuery _, MultiPhraseQuery _, OccurrenceQuery _ -> true;
            case CommonGramsPhrase phrase -> !phrase.isOnePair();
            case BooleanQuery all -> all.getClauses(Occur.MUST).size() > 1;
            default -> false;
          };
      return this;
    }

    @Override
    public void consumeTerms(Query query, Term... those) {
      terms += those.length;
    }

    @Override
    public void consumeTermsMatching(
        Query query, String field, Supplier<ByteRunAutomaton> automaton) {
      isCostly = true;
    }
  }
}
