package broadsheet.lucene.proximity;

import broadsheet.query.Reach;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What may occur in a field, as a description that is not bound to any index. Immutable.
 *
 * <p>Lucene's own intervals are not used: they keep minimal intervals only, so that a pair whose
 * hull holds another pair gets lost before its distance to a third thing is looked at.
 */
public sealed interface Occurrences {

  /** A Lucene query that finds every article in which it may occur, and scores it. */
  Query candidates();

  /**
   * A word, its alternatives or a row of words.
   *
   * @param query of one field: of a term, of several, of a phrase; boosted or alternatives of
   *     these. See {@link Rows}
   */
  record Unit(Query query) implements Occurrences {
    @Override
    public Query candidates() {
      return query instanceof PhraseQuery phrase && phrase.getSlop() > 0 ? moved(phrase) : query;
    }

    /** All the words, and more where they stand as Lucene's matcher sees it. */
    private static Query moved(PhraseQuery phrase) {
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      for (Term term : phrase.getTerms()) {
        all.add(new TermQuery(term), Occur.FILTER);
      }
      return all.add(phrase, Occur.SHOULD).build();
    }
  }

  /** Whatever of these occurs. */
  record Union(List<Occurrences> members) implements Occurrences {
    public Union {
      members = List.copyOf(members);
    }

    @Override
    public Query candidates() {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      members.forEach(member -> any.add(member.candidates(), Occur.SHOULD));
      return any.build();
    }
  }

  /** Both within reach: from the start of the first of them to the end of the second. */
  record Pairs(Occurrences left, Occurrences right, Reach reach) implements Occurrences {
    @Override
    public Query candidates() {
      return both(left, right);
    }
  }

  /** One side where the other is within reach. */
  record Having(Occurrences kept, Occurrences other, Side side) implements Occurrences {
    @Override
    public Query candidates() {
      return both(kept, other);
    }
  }

  /** One side where the other is not within reach. */
  record Lacking(Occurrences kept, Occurrences other, Side side) implements Occurrences {
    @Override
    public Query candidates() {
      return kept.candidates();
    }
  }

  /**
   * Which side is kept.
   *
   * @param isLeft whether it is the left, which must stand first where the reach is ordered
   */
  record Side(Reach reach, boolean isLeft) {
    boolean mayBeBefore() {
      return isLeft || !reach.isOrdered();
    }

    boolean mayBeAfter() {
      return !isLeft || !reach.isOrdered();
    }
  }

  private static Query both(Occurrences one, Occurrences other) {
    return new BooleanQuery.Builder()
        .add(one.candidates(), Occur.MUST)
        .add(other.candidates(), Occur.MUST)
        .build();
  }
}
