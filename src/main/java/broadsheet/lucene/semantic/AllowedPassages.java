package broadsheet.lucene.semantic;

import org.apache.lucene.index.LeafReaderContext;
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
import org.apache.lucene.util.Bits;

/**
 * A filter query that matches a given set of passages. Made for one search over one state of an
 * index.
 */
final class AllowedPassages extends Query {

  private final Bits passages;

  /**
   * @param passages the set, by document numbers
   */
  AllowedPassages(Bits passages) {
    this.passages = passages;
  }

  /**
   * The passages of a set of articles.
   *
   * @param owners see {@link Passages#owners}
   */
  static AllowedPassages of(int[] owners, Bits articles) {
    return new AllowedPassages(
        new Bits() {
          @Override
          public boolean get(int passage) {
            int article = owners[passage];
            return article >= 0 && articles.get(article);
          }

          @Override
          public int length() {
            return owners.length;
          }
        });
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        return supplier(leaf, score(), mode);
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  private ScorerSupplier supplier(LeafReaderContext leaf, float score, ScoreMode mode) {
    int size = leaf.reader().maxDoc();
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) {
        DocIdSetIterator all = DocIdSetIterator.all(size);
        TwoPhaseIterator allowed =
            new TwoPhaseIterator(all) {
              @Override
              public boolean matches() {
                return passages.get(leaf.docBase + all.docID());
              }

              @Override
              public float matchCost() {
                return 2;
              }
            };
        return new ConstantScoreScorer(score, mode, allowed);
      }

      @Override
      public long cost() {
        return size;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "some passages";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AllowedPassages that && passages.equals(that.passages);
  }

  @Override
  public int hashCode() {
    return passages.hashCode();
  }
}
