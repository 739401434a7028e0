package broadsheet.lucene.compile;

import java.io.IOException;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * The bulk scorer of a {@link SupplementedScorer}: scores hits in batches, and skips stretches
 * without a competitive score. Not thread-safe.
 */
final class SupplementedBulkScorer extends BulkScorer {

  /** The longest stretch examined in one step. */
  private static final int LONGEST = 1 << 16;

  private final SupplementedScorer scorer;
  private final DocIdSetIterator matches;
  private final BulkScorer oneByOne;
  private final DocAndFloatFeatureBuffer batch = new DocAndFloatFeatureBuffer();
  private final Current current = new Current();

  /** The score of the document that is being collected, and the minimum competitive score. */
  private static final class Current extends Scorable {
    private float score;
    private float least;

    @Override
    public float score() {
      return score;
    }

    @Override
    public void setMinCompetitiveScore(float least) {
      this.least = least;
    }
  }

  /**
   * @param oneByOne the same scorer's matches, for collectors that choose among them
   */
  SupplementedBulkScorer(SupplementedScorer scorer, BulkScorer oneByOne) {
    this.scorer = scorer;
    this.oneByOne = oneByOne;
    matches = scorer.iterator();
  }

  @Override
  public int score(LeafCollector collector, @Nullable Bits live, int first, int end)
      throws IOException {
    if (collector.competitiveIterator() != null) {
      return oneByOne.score(collector, live, first, end);
    }
    collector.setScorer(current);
    int document = matches.docID() < first ? matches.advance(first) : matches.docID();
    int length = 1;
    while (document < end) {
      int block = Math.max(scorer.advanceShallow(document), document + length - 1);
      int last = Math.min(block, end - 1);
      if (scorer.getMaxScore(last) < current.least) {
        length = Math.min(LONGEST, 2 * (last + 1 - document));
        document = matches.advance(last + 1);
      } else {
        collect(collector, live, last);
        document = matches.docID();
        length = 1;
      }
    }
    return document;
  }

  private void collect(LeafCollector collector, @Nullable Bits live, int last) throws IOException {
    while (matches.docID() <= last) {
      scorer.nextCompetitive(last, live, batch, current.least);
      for (int i = 0; i < batch.size; i++) {
        current.score = batch.features[i];
        if (current.score >= current.least) {
          collector.collect(batch.docs[i]);
        }
      }
    }
  }

  @Override
  public long cost() {
    return matches.cost();
  }
}
