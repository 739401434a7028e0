package broadsheet.lucene.proximity;

import broadsheet.query.Reach;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A description of what occurs in a field, independent of any index. Immutable.
 *
 * <p>Lucene's own intervals are not used: they keep minimal intervals only, so that a pair that
 * encloses another pair is lost before its distance to a third thing is examined.
 */
public sealed interface Occurrences {

  /** A Lucene query that matches and scores every article in which it may occur. */
  Query candidates();

  /**
   * A word, its alternatives or a row of words.
   *
   * @param query the query of one field: on a term, on several, on a phrase; boosted or
   *     alternatives of these. See {@link Rows}
   */
  record Unit(Query query) implements Occurrences {
    @Override
    public Query candidates() {
      return query instanceof PhraseQuery phrase && phrase.getSlop() > 0 ? moved(phrase) : query;
    }

    /**
     * Requires all the words, and adds the score of Lucene's phrase matcher where that finds a
     * match.
     */
    private static Query moved(PhraseQuery phrase) {
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      for (Term term : phrase.getTerms()) {
        all.add(new TermQuery(term), Occur.FILTER);
      }
      return all.add(phrase, Occur.SHOULD).build();
    }
  }

  /**
   * Mentions of names.
   *
   * @param forms the forms of the names; at least one
   * @param candidates matches every article that has one of them and qualifies
   */
  record Mentions(Set<String> forms, Query candidates) implements Occurrences {
    public Mentions {
      forms = Set.copyOf(forms);
    }
  }

  /** Any of the members. */
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

  /** Both sides within reach: from the start of the first to the end of the second. */
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
   * The side that is kept.
   *
   * @param isLeft whether it is the left one, which must come first if the reach is ordered
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
