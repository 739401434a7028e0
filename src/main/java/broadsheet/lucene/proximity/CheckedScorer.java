package broadsheet.lucene.proximity;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;

/** Scores those articles of another scorer of which a check holds. Not thread-safe. */
public final class CheckedScorer extends Scorer {

  private final Scorer scorer;
  private final TwoPhaseIterator phases;

  /** Tells whether an article is to be found, by its number in the segment. */
  public interface Check {
    boolean holds(int document) throws IOException;
  }

  /**
   * @param check made after all cheaper ones
   * @param cost the estimated cost of a check, in Lucene's units
   */
  public CheckedScorer(Scorer scorer, Check check, float cost) {
    this.scorer = scorer;
    TwoPhaseIterator inner = scorer.twoPhaseIterator();
    DocIdSetIterator approximation = inner == null ? scorer.iterator() : inner.approximation();
    phases =
        new TwoPhaseIterator(approximation) {
          @Override
          public boolean matches() throws IOException {
            return (inner == null || inner.matches()) && check.holds(approximation.docID());
          }

          @Override
          public float matchCost() {
            return cost + (inner == null ? 0 : inner.matchCost());
          }
        };
  }

  @Override
  public int docID() {
    return scorer.docID();
  }

  @Override
  public DocIdSetIterator iterator() {
    return TwoPhaseIterator.asDocIdSetIterator(phases);
  }

  @Override
  public TwoPhaseIterator twoPhaseIterator() {
    return phases;
  }

  @Override
  public float score() throws IOException {
    return scorer.score();
  }

  @Override
  public int advanceShallow(int target) throws IOException {
    return scorer.advanceShallow(target);
  }

  @Override
  public float getMaxScore(int upTo) throws IOException {
    return scorer.getMaxScore(upTo);
  }
}
