package broadsheet.lucene.compile;

import broadsheet.lucene.proximity.CheckedScorer;
import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FilterMatchesIterator;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.MatchesUtils;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A row of characters in a script without blanks that nothing interrupts. The index places
 * characters side by side whatever punctuation is between, so their offsets in the text decide.
 */
final class UnbrokenQuery extends Query {

  /** The estimated cost of reading positions and offsets, in Lucene's units. */
  private static final float COST = 1_000;

  private final Query row;
  private final String field;
  private final int length;

  /**
   * @param row finds the characters side by side in a field
   * @param length the most UTF-16 units that they take where nothing interrupts them
   */
  UnbrokenQuery(Query row, String field, int length) {
    this.row = row;
    this.field = field;
    this.length = length;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = row.rewrite(searcher);
    return rewritten.equals(row) ? this : new UnbrokenQuery(rewritten, field, length);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return new UnbrokenWeight(searcher.createWeight(row, mode, boost));
  }

  private final class UnbrokenWeight extends FilterWeight {
    UnbrokenWeight(Weight weight) {
      super(UnbrokenQuery.this, weight);
    }

    @Override
    public @Nullable Matches matches(LeafReaderContext leaf, int document) throws IOException {
      Matches all = in.matches(leaf, document);
      return all == null
          ? null
          : MatchesUtils.forField(field, () -> unbroken(all.getMatches(field)));
    }

    /** The matches that nothing interrupts, from the first; null if there are none. */
    private @Nullable MatchesIterator unbroken(@Nullable MatchesIterator all) throws IOException {
      if (all == null) {
        return null;
      }
      Unbroken own = new Unbroken(all);
      return own.isAny() ? own : null;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      ScorerSupplier supplier = in.scorerSupplier(leaf);
      if (supplier == null) {
        return null;
      }
      return new ScorerSupplier() {
        @Override
        public Scorer get(long leadCost) throws IOException {
          return new CheckedScorer(
              supplier.get(leadCost), document -> matches(leaf, document) != null, COST);
        }

        @Override
        public long cost() {
          return supplier.cost();
        }
      };
    }
  }

  /** Skips what is interrupted. Its first match is already found. */
  private final class Unbroken extends FilterMatchesIterator {
    private final boolean isAny;
    private boolean isBegun;

    Unbroken(MatchesIterator all) throws IOException {
      super(all);
      isAny = advance();
    }

    boolean isAny() {
      return isAny;
    }

    private boolean advance() throws IOException {
      while (in.next()) {
        if (in.endOffset() - in.startOffset() <= length) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean next() throws IOException {
      boolean isFirst = !isBegun;
      isBegun = true;
      return isFirst ? isAny : advance();
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    row.visit(visitor);
  }

  @Override
  public String toString(String shown) {
    return "unbroken(" + row.toString(shown) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UnbrokenQuery that
        && row.equals(that.row)
        && field.equals(that.field)
        && length == that.length;
  }

  @Override
  public int hashCode() {
    return Objects.hash(UnbrokenQuery.class, row, field, length);
  }
}
