package broadsheet.lucene.snapshot;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.ConstantScoreScorer;
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
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Restricts a query to articles in some languages. It passes them as accepted documents, so that
 * the query keeps its bulk scorer. If they are few beside the query's matches, they lead.
 */
final class LanguageFilterQuery extends Query {

  /**
   * If a query has more than this many times as many matches, the articles of a language count as
   * few.
   */
  private static final int FEW = 8;

  private final Query query;
  private final Set<String> languages;

  /**
   * @param languages the languages as {@code StemmedLanguages.of} gives them
   */
  LanguageFilterQuery(Query query, Collection<String> languages) {
    this.query = query;
    this.languages = new TreeSet<>(languages);
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = query.rewrite(searcher);
    return rewritten.equals(query) ? this : new LanguageFilterQuery(rewritten, languages);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return new Restricted(searcher.createWeight(query, mode, boost));
  }

  private final class Restricted extends FilterWeight {

    Restricted(Weight any) {
      super(LanguageFilterQuery.this, any);
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
          : known.in(languages).map(articles -> new Restriction(found, articles)).orElse(null);
    }

    private boolean isIn(LeafReaderContext leaf, int document) {
      return SegmentLanguages.of(leaf.reader()).isIn(languages, document);
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

  /** Restricts a scorer to a set of articles. */
  private static final class Restriction extends ScorerSupplier {

    private final ScorerSupplier found;
    private final BitSet articles;
    private final int size;

    Restriction(ScorerSupplier found, BitSet articles) {
      this.found = found;
      this.articles = articles;
      size = articles.approximateCardinality();
    }

    private boolean areFew() {
      return (long) size * FEW < found.cost();
    }

    @Override
    public Scorer get(long leadCost) throws IOException {
      Scorer all = found.get(Math.min(leadCost, cost()));
      return new RestrictedScorer(all, new BitSetIterator(articles, size));
    }

    @Override
    public BulkScorer bulkScorer() throws IOException {
      if (areFew()) {
        return super.bulkScorer();
      }
      BulkScorer all = found.bulkScorer();
      return new BulkScorer() {
        @Override
        public int score(LeafCollector collector, @Nullable Bits live, int first, int end)
            throws IOException {
          return all.score(collector, accepted(articles, live), first, end);
        }

        @Override
        public long cost() {
          return Math.min(size, all.cost());
        }
      };
    }

    @Override
    public long cost() {
      return Math.min(size, found.cost());
    }

    @Override
    public void setTopLevelScoringClause() throws IOException {
      found.setTopLevelScoringClause();
    }
  }

  private static Bits accepted(BitSet articles, @Nullable Bits live) {
    Bits bits = articles instanceof FixedBitSet dense ? dense.asReadOnlyBits() : articles;
    return live == null ? bits : new Accepted(bits, live);
  }

  private static final class RestrictedScorer extends Scorer {

    private final Scorer in;
    private final DocIdSetIterator matches;

    RestrictedScorer(Scorer all, DocIdSetIterator articles) {
      in = all;
      Scorer unscored = new ConstantScoreScorer(0f, ScoreMode.COMPLETE_NO_SCORES, articles);
      matches = ConjunctionUtils.intersectScorers(List.of(all, unscored));
    }

    @Override
    public int docID() {
      return matches.docID(); // the scorer may lag behind at the end
    }

    @Override
    public float score() throws IOException {
      return in.score();
    }

    @Override
    public DocIdSetIterator iterator() {
      return matches;
    }

    @Override
    public @Nullable TwoPhaseIterator twoPhaseIterator() {
      return TwoPhaseIterator.unwrap(matches);
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

  /** Documents that are in both sets. */
  private record Accepted(Bits one, Bits other) implements Bits {

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
      one.applyMask(documents, offset);
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
    return other instanceof LanguageFilterQuery that
        && query.equals(that.query)
        && languages.equals(that.languages);
  }

  @Override
  public int hashCode() {
    return Objects.hash(query, languages);
  }
}
