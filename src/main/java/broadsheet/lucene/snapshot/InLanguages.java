package broadsheet.lucene.snapshot;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Restricts a query to articles in some languages. They are left to it as live documents are, so
 * that it keeps its own way of scoring many articles at once, which a clause beside it would not.
 */
final class InLanguages extends Query {

  private final Query query;
  private final Set<String> languages;

  /**
   * @param languages as {@code StemmedLanguages.of} gives them
   */
  InLanguages(Query query, Set<String> languages) {
    this.query = query;
    this.languages = languages;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = query.rewrite(searcher);
    return rewritten.equals(query) ? this : new InLanguages(rewritten, languages);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return new Restricted(searcher.createWeight(query, mode, boost));
  }

  private final class Restricted extends FilterWeight {

    Restricted(Weight any) {
      super(InLanguages.this, any);
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      ScorerSupplier found = in.scorerSupplier(leaf);
      if (found == null) {
        return null;
      }
      SegmentLanguages known = SegmentLanguages.of(leaf.reader());
      return known.areIn(languages)
          ? found
          : known.in(languages).map(articles -> new Only(found, articles)).orElse(null);
    }

    private boolean isIn(LeafReaderContext leaf, int document) {
      return SegmentLanguages.of(leaf.reader())
          .in(languages)
          .filter(articles -> articles.get(document))
          .isPresent();
    }

    @Override
    public @Nullable Matches matches(LeafReaderContext leaf, int document) throws IOException {
      return isIn(leaf, document) ? in.matches(leaf, document) : null;
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int document) throws IOException {
      return isIn(leaf, document)
          ? in.explain(leaf, document)
          : Explanation.noMatch("not in " + languages);
    }

    @Override
    public int count(LeafReaderContext leaf) {
      return -1; // not known without looking
    }
  }

  /** What a scorer finds among some articles. */
  private static final class Only extends ScorerSupplier {

    private final ScorerSupplier found;
    private final FixedBitSet articles;

    Only(ScorerSupplier found, FixedBitSet articles) {
      this.found = found;
      this.articles = articles;
    }

    @Override
    public Scorer get(long leadCost) throws IOException {
      return new Among(found.get(leadCost), articles);
    }

    @Override
    public BulkScorer bulkScorer() throws IOException {
      BulkScorer all = found.bulkScorer();
      return new BulkScorer() {
        @Override
        public int score(LeafCollector collector, @Nullable Bits live, int first, int end)
            throws IOException {
          return all.score(
              collector,
              live == null ? articles.asReadOnlyBits() : new Both(articles, live),
              first,
              end);
        }

        @Override
        public long cost() {
          return all.cost();
        }
      };
    }

    @Override
    public long cost() {
      return found.cost();
    }

    @Override
    public void setTopLevelScoringClause() throws IOException {
      found.setTopLevelScoringClause();
    }
  }

  private static final class Among extends Scorer {

    private final Scorer in;
    private final TwoPhaseIterator phases;

    Among(Scorer scorer, FixedBitSet articles) {
      in = scorer;
      TwoPhaseIterator inner = scorer.twoPhaseIterator();
      DocIdSetIterator approximation = inner == null ? scorer.iterator() : inner.approximation();
      phases =
          new TwoPhaseIterator(approximation) {
            @Override
            public boolean matches() throws IOException {
              return articles.get(approximation.docID()) && (inner == null || inner.matches());
            }

            @Override
            public float matchCost() {
              return 1 + (inner == null ? 0 : inner.matchCost());
            }
          };
    }

    @Override
    public int docID() {
      return in.docID();
    }

    @Override
    public float score() throws IOException {
      return in.score();
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
    public int advanceShallow(int target) throws IOException {
      return in.advanceShallow(target);
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
      return in.getMaxScore(upTo);
    }

    @Override
    public void setMinCompetitiveScore(float least) throws IOException {
      in.setMinCompetitiveScore(least);
    }
  }

  private record Both(FixedBitSet one, Bits other) implements Bits {

    @Override
    public boolean get(int document) {
      return one.get(document) && other.get(document);
    }

    @Override
    public int length() {
      return one.length();
    }

    @Override
    public void applyMask(FixedBitSet documents, int offset) {
      one.asReadOnlyBits().applyMask(documents, offset);
      other.applyMask(documents, offset);
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    query.visit(visitor.getSubVisitor(Occur.MUST, this));
  }

  @Override
  public String toString(String field) {
    return query.toString(field) + " in " + languages;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InLanguages that
        && query.equals(that.query)
        && languages.equals(that.languages);
  }

  @Override
  public int hashCode() {
    return Objects.hash(query, languages);
  }
}
