package broadsheet.lucene.compile;

import broadsheet.lucene.snapshot.TermStatistics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Matches articles whose query words have at least a given total rarity. It examines those that
 * have one of the words without which the others do not suffice. Immutable.
 */
final class RarityFilter extends Query {

  /**
   * Tolerates rounding: the same rarities added in another order may give a slightly smaller sum.
   */
  private static final double ROUNDING = 1e-9;

  /** A word and its weight, see {@link TermStatistics#rarity}. */
  record RareWord(Query query, double rarity) {}

  private final List<RareWord> words;
  private final double least;

  /**
   * @param words the query of each word, each once
   * @param least the minimum total rarity of an article's words
   */
  RarityFilter(List<RareWord> words, double least) {
    this.words =
        words.stream().sorted(Comparator.comparingDouble(RareWord::rarity).reversed()).toList();
    this.least = least;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    List<Weight> weights = new ArrayList<>();
    for (RareWord word : words) {
      Query query = searcher.rewrite(word.query());
      weights.add(searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1f));
    }
    Query essential = searcher.rewrite(essential());
    Weight candidates = searcher.createWeight(essential, ScoreMode.COMPLETE_NO_SCORES, 1f);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        Scorer found = candidates.scorer(leaf);
        if (found == null) {
          return null;
        }
        Enough enough = new Enough(approximation(found), present(leaf, weights));
        return new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, enough));
      }

      // Caching its articles would mean examining them all.
      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  /** Matches articles with one of the rarest words, as many as the others do not make up for. */
  private Query essential() {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    double others = words.stream().mapToDouble(RareWord::rarity).sum();
    for (RareWord word : words) {
      if (others + ROUNDING >= least) {
        any.add(word.query(), Occur.SHOULD);
      }
      others -= word.rarity();
    }
    return any.build();
  }

  private static DocIdSetIterator approximation(Scorer scorer) {
    TwoPhaseIterator twoPhase = scorer.twoPhaseIterator();
    return twoPhase == null ? scorer.iterator() : twoPhase.approximation();
  }

  private List<Present> present(LeafReaderContext leaf, List<Weight> weights) throws IOException {
    List<Present> present = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      Scorer scorer = weights.get(i).scorer(leaf);
      if (scorer != null) {
        present.add(new Present(scorer, words.get(i).rarity()));
      }
    }
    return present;
  }

  /** A word in one segment. */
  private static final class Present {
    private final DocIdSetIterator places;
    private final TwoPhaseIterator check;
    private final double rarity;

    Present(Scorer scorer, double rarity) {
      TwoPhaseIterator twoPhase = scorer.twoPhaseIterator();
      this.places = approximation(scorer);
      this.check = twoPhase == null ? certain(places) : twoPhase;
      this.rarity = rarity;
    }

    private static TwoPhaseIterator certain(DocIdSetIterator places) {
      return new TwoPhaseIterator(places) {
        @Override
        public boolean matches() {
          return true;
        }

        @Override
        public float matchCost() {
          return 0;
        }
      };
    }

    double rarityIn(int document) throws IOException {
      int at = places.docID() < document ? places.advance(document) : places.docID();
      return at == document && check.matches() ? rarity : 0;
    }
  }

  /** Adds rarities in descending order, and stops once the minimum is reached. */
  private final class Enough extends TwoPhaseIterator {
    private final List<Present> present;

    Enough(DocIdSetIterator all, List<Present> present) {
      super(all);
      this.present = present;
    }

    @Override
    public boolean matches() throws IOException {
      double sum = ROUNDING;
      for (Present word : present) {
        double rarity = word.rarityIn(approximation.docID());
        sum += rarity;
        if (rarity > 0 && sum >= least) {
          return true;
        }
      }
      return false;
    }

    @Override
    public float matchCost() {
      return present.size();
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "rarity of at least " + least + " of " + words;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RarityFilter that && least == that.least && words.equals(that.words);
  }

  @Override
  public int hashCode() {
    return 31 * words.hashCode() + Double.hashCode(least);
  }
}
