package broadsheet.lucene.compile;

import broadsheet.lucene.snapshot.DocumentFrequencies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DisiWrapper;
import org.apache.lucene.search.DisjunctionDISIApproximation;
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
 * A weighted minimum-should-match filter: matches articles whose query words have at least a given
 * total rarity. Only articles that have one of the <i>essential</i> words are examined: all other
 * words together do not reach the minimum. Immutable.
 *
 * <p>Source: the optimization known as max_score, Turtle and Flood, "Query evaluation: strategies
 * and optimizations", 1995.
 */
final class RarityFilter extends Query {

  /**
   * Tolerates rounding: the same rarities added in another order may give a slightly smaller sum.
   */
  private static final double ROUNDING = 1e-9;

  /** A word and its weight, see {@link DocumentFrequencies#rarity}. */
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
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        List<Found> found = found(leaf, weights);
        int essential = essential(found);
        return essential == 0
            ? null
            : new Supplier(found, essential, leaf.reader().maxDoc(), score(), mode);
      }

      // Caching its articles would mean examining them all.
      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  /** A word that some article of a segment has. */
  private record Found(ScorerSupplier places, double rarity) {}

  private List<Found> found(LeafReaderContext leaf, List<Weight> weights) throws IOException {
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      ScorerSupplier places = weights.get(i).scorerSupplier(leaf);
      if (places != null) {
        found.add(new Found(places, words.get(i).rarity()));
      }
    }
    return found;
  }

  /**
   * The number of leading words that are essential; 0 if all words together do not reach the
   * minimum.
   */
  private int essential(List<Found> found) {
    double rest = found.stream().mapToDouble(Found::rarity).sum();
    int essential = 0;
    while (essential < found.size() && rest + 2 * ROUNDING >= least) {
      rest -= found.get(essential).rarity();
      essential++;
    }
    return essential;
  }

  /** Makes the scorer of a segment. */
  private final class Supplier extends ScorerSupplier {
    private final List<Found> found;
    private final int essential;
    private final int documents;
    private final long cost;
    private final float score;
    private final ScoreMode mode;

    Supplier(List<Found> found, int essential, int documents, float score, ScoreMode mode) {
      this.found = found;
      this.essential = essential;
      this.documents = documents;
      long listed = found.stream().limit(essential).mapToLong(word -> word.places().cost()).sum();
      cost = Math.min(listed, documents);
      this.score = score;
      this.mode = mode;
    }

    @Override
    public Scorer get(long leadCost) throws IOException {
      List<Present> present = new ArrayList<>();
      for (Found word : found) {
        present.add(new Present(new DisiWrapper(word.places().get(leadCost), false), word.rarity));
      }
      List<DisiWrapper> rarest = present.stream().limit(essential).map(Present::word).toList();
      DocIdSetIterator candidates =
          cost < documents
              ? DisjunctionDISIApproximation.of(rarest, leadCost)
              : DocIdSetIterator.all(documents);
      return new ConstantScoreScorer(score, mode, new Enough(candidates, present));
    }

    /** The cost of the essential words, or of all documents if that is lower. */
    @Override
    public long cost() {
      return cost;
    }
  }

  /** A word in one segment. */
  private record Present(DisiWrapper word, double rarity) {

    double rarityIn(int document) throws IOException {
      DocIdSetIterator places = word.approximation;
      int at = places.docID() < document ? places.advance(document) : places.docID();
      boolean isThere =
          at == document && (word.twoPhaseView == null || word.twoPhaseView.matches());
      return isThere ? rarity : 0;
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
    return words.stream()
        .map(word -> "(%s)^%s".formatted(word.query().toString(field), word.rarity()))
        .collect(Collectors.joining(" ", "rarity of at least " + least + " of ", ""));
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
