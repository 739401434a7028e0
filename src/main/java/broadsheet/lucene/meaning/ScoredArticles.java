package broadsheet.lucene.meaning;

import java.util.Arrays;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A query that matches a given set of documents with given scores. Valid for one state of the
 * index.
 */
final class ScoredArticles extends Query {

  private final int[] documents;
  private final float[] scores;

  /**
   * @param scored scores, from 0, by document number
   */
  ScoredArticles(Map<Integer, Float> scored) {
    documents = scored.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    scores = new float[documents.length];
    for (int i = 0; i < documents.length; i++) {
      scores[i] = scored.getOrDefault(documents[i], 0f);
    }
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new Weight(this) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        int from = place(leaf.docBase);
        int to = place(leaf.docBase + leaf.reader().maxDoc());
        return from == to ? null : supplier(leaf.docBase, from, to, boost);
      }

      @Override
      public Explanation explain(LeafReaderContext leaf, int document) {
        int at = Arrays.binarySearch(documents, leaf.docBase + document);
        return at < 0
            ? Explanation.noMatch("not among them")
            : Explanation.match(boost * scores[at], "likeness in meaning");
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  /** The index of the first article at or after a document number. */
  private int place(int document) {
    int at = Arrays.binarySearch(documents, document);
    return at < 0 ? -at - 1 : at;
  }

  private ScorerSupplier supplier(int base, int from, int to, float boost) {
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) {
        return new Few(base, from, to, boost);
      }

      @Override
      public long cost() {
        return (long) to - from;
      }
    };
  }

  /** Scores the articles of one segment. */
  private final class Few extends Scorer {
    private final Places places;
    private final float boost;
    private final float most;

    Few(int base, int from, int to, float boost) {
      places = new Places(base, from, to);
      this.boost = boost;
      float highest = 0;
      for (int i = from; i < to; i++) {
        highest = Math.max(highest, scores[i]);
      }
      most = highest * boost;
    }

    @Override
    public int docID() {
      return places.docID();
    }

    @Override
    public DocIdSetIterator iterator() {
      return places;
    }

    @Override
    public float getMaxScore(int upTo) {
      return most;
    }

    @Override
    public float score() {
      return boost * scores[places.at];
    }
  }

  /** Iterates over them. */
  private final class Places extends DocIdSetIterator {
    private final int base;
    private final int from;
    private final int to;
    private int at;

    Places(int base, int from, int to) {
      this.base = base;
      this.from = from;
      this.to = to;
      at = from - 1;
    }

    @Override
    public int docID() {
      return at < from ? -1 : at >= to ? NO_MORE_DOCS : documents[at] - base;
    }

    @Override
    public int nextDoc() {
      at++;
      return docID();
    }

    @Override
    public int advance(int target) {
      do {
        at++;
      } while (at < to && documents[at] - base < target);
      return docID();
    }

    @Override
    public long cost() {
      return (long) to - from;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return documents.length + " articles";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScoredArticles that
        && Arrays.equals(documents, that.documents)
        && Arrays.equals(scores, that.scores);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(documents) + Arrays.hashCode(scores);
  }
}
