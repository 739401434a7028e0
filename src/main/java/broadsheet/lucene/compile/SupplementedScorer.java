package broadsheet.lucene.compile;

import java.io.IOException;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * A required-plus-optional scorer: matches the documents of one scorer, and adds the score of
 * another if that matches too. Lucene's own scorer for a required and an optional clause does not
 * score in batches. Not thread-safe.
 */
final class SupplementedScorer extends Scorer {

  /** The most documents that are looked up one by one. */
  private static final int FEW = 16;

  private final Scorer main;
  private final Scorer further;
  private final DocIdSetIterator furtherMatches;
  private final DocAndFloatFeatureBuffer more = new DocAndFloatFeatureBuffer();

  /**
   * @param further without verification of its own
   */
  SupplementedScorer(Scorer main, Scorer further) {
    this.main = main;
    this.further = further;
    furtherMatches = further.iterator();
  }

  @Override
  public int docID() {
    return main.docID();
  }

  @Override
  public DocIdSetIterator iterator() {
    return main.iterator();
  }

  @Override
  public TwoPhaseIterator twoPhaseIterator() {
    return main.twoPhaseIterator();
  }

  @Override
  public float score() throws IOException {
    return withFurther(main.docID(), main.score());
  }

  private float withFurther(int document, float score) throws IOException {
    int next = further.docID();
    if (next < document) {
      next = furtherMatches.advance(document);
    }
    return next == document ? sum(score, further.score()) : score;
  }

  /** Rounded once, as Lucene's sums are. */
  private static float sum(double one, double other) {
    return (float) (one + other);
  }

  @Override
  public int advanceShallow(int target) throws IOException {
    int end = main.advanceShallow(target);
    return further.docID() <= target ? Math.min(end, further.advanceShallow(target)) : end;
  }

  @Override
  public float getMaxScore(int upTo) throws IOException {
    float most = main.getMaxScore(upTo);
    return further.docID() <= upTo ? sum(most, further.getMaxScore(upTo)) : most;
  }

  @Override
  public void nextDocsAndScores(int upTo, @Nullable Bits live, DocAndFloatFeatureBuffer buffer)
      throws IOException {
    main.nextDocsAndScores(upTo, live, buffer);
    addFurther(live, buffer);
  }

  /**
   * The next matches of a stretch that can have a competitive score, perhaps none.
   *
   * @param last the last document of the stretch to which {@link #advanceShallow} has been called
   * @param least the minimum competitive score
   */
  void nextCompetitive(int last, @Nullable Bits live, DocAndFloatFeatureBuffer buffer, float least)
      throws IOException {
    main.nextDocsAndScores(last + 1, live, buffer);
    double further = this.further.docID() <= last ? this.further.getMaxScore(last) : 0;
    int kept = 0;
    for (int i = 0; i < buffer.size; i++) {
      if (sum(buffer.features[i], further) >= least) {
        buffer.docs[kept] = buffer.docs[i];
        buffer.features[kept++] = buffer.features[i];
      }
    }
    buffer.size = kept;
    addFurther(live, buffer);
  }

  private void addFurther(@Nullable Bits live, DocAndFloatFeatureBuffer buffer) throws IOException {
    if (buffer.size > FEW) {
      addAll(live, buffer);
    } else {
      for (int i = 0; i < buffer.size; i++) {
        buffer.features[i] = withFurther(buffer.docs[i], buffer.features[i]);
      }
    }
  }

  private void addAll(@Nullable Bits live, DocAndFloatFeatureBuffer buffer) throws IOException {
    if (further.docID() < buffer.docs[0]) {
      furtherMatches.advance(buffer.docs[0]);
    }
    int end = buffer.docs[buffer.size - 1] + 1;
    int at = 0;
    further.nextDocsAndScores(end, live, more);
    while (more.size > 0) {
      at = add(at, buffer);
      further.nextDocsAndScores(end, live, more);
    }
  }

  /**
   * Adds a batch of further scores.
   *
   * @param from the place where the first may belong
   * @return the place where the first of the next batch may belong
   */
  private int add(int from, DocAndFloatFeatureBuffer buffer) {
    int at = from;
    for (int i = 0; i < more.size; i++) {
      int document = more.docs[i];
      while (buffer.docs[at] < document) {
        at++;
      }
      if (buffer.docs[at] == document) {
        buffer.features[at] = sum(buffer.features[at], more.features[i]);
      }
    }
    return at;
  }
}
