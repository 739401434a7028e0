package broadsheet.lucene.compile;

import broadsheet.lucene.proximity.FormPlaces;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.IndexReaderContext;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Matches and scores a word in the field of all words, and takes its places from the separate
 * fields. Both ways match the same articles. It holds only terms, because Lucene may cache queries
 * for long.
 */
final class WordQuery extends Query {

  private final Query anyForm;
  private final Optional<Query> asTyped;
  private final List<List<BytesRef>> forms;

  /**
   * @param anyForm matches it in the field of all words, which has no positions
   * @param asTyped matches some of the same articles there, and adds to their scores; empty where
   *     only {@code anyForm} counts
   * @param weight of the word as typed, from 0 to 1; that of any form of it is the rest of 1
   * @param forms the terms that match it in each field with positions: one list per character for a
   *     pair of characters, otherwise one for the word
   */
  WordQuery(Query anyForm, Optional<Query> asTyped, float weight, List<List<BytesRef>> forms) {
    this.anyForm = asTyped.isPresent() ? new BoostQuery(anyForm, 1 - weight) : anyForm;
    this.asTyped = asTyped.map(query -> new BoostQuery(query, weight));
    this.forms = List.copyOf(forms);
  }

  /** The query by which it is found in the field of all words. */
  Query anyForm() {
    return anyForm;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight any = searcher.createWeight(anyForm, mode, boost);
    if (asTyped.isEmpty() || !mode.needsScores()) {
      return new PlacedWeight(any, searcher);
    }
    return new SummedWeight(any, searcher.createWeight(asTyped.get(), mode, boost), searcher);
  }

  private Query whole() {
    BooleanQuery.Builder sum = new BooleanQuery.Builder().add(anyForm, Occur.SHOULD);
    asTyped.ifPresent(query -> sum.add(query, Occur.SHOULD));
    return sum.build();
  }

  /** Scores a word in any form, and adds to that where it is as typed. */
  private final class SummedWeight extends PlacedWeight {

    private final Weight typed;

    SummedWeight(Weight any, Weight typed, IndexSearcher searcher) {
      super(any, searcher);
      this.typed = typed;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      ScorerSupplier found = in.scorerSupplier(leaf);
      ScorerSupplier better = found == null ? null : typed.scorerSupplier(leaf);
      return better == null ? found : new SummedSupplier(found, better);
    }

    static BulkScorer oneByOne(Scorer scorer) {
      return new DefaultBulkScorer(scorer);
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int document) throws IOException {
      Explanation found = in.explain(leaf, document);
      Explanation better = typed.explain(leaf, document);
      return found.isMatch() && better.isMatch()
          ? Explanation.match(
              found.getValue().floatValue() + better.getValue().floatValue(),
              "sum of:",
              found,
              better)
          : found;
    }
  }

  private static final class SummedSupplier extends ScorerSupplier {

    private final ScorerSupplier found;
    private final ScorerSupplier better;

    SummedSupplier(ScorerSupplier found, ScorerSupplier better) {
      this.found = found;
      this.better = better;
    }

    @Override
    public SupplementedScorer get(long leadCost) throws IOException {
      return new SupplementedScorer(found.get(leadCost), better.get(leadCost));
    }

    @Override
    public BulkScorer bulkScorer() throws IOException {
      SupplementedScorer scorer = get(Long.MAX_VALUE);
      return new SupplementedBulkScorer(scorer, SummedWeight.oneByOne(scorer));
    }

    @Override
    public long cost() {
      return found.cost();
    }
  }

  /** Takes the places of matches from the fields with positions. */
  private class PlacedWeight extends FilterWeight {

    private final IndexSearcher searcher;
    private final FormPlaces places = new FormPlaces(WordQuery.this, forms.getFirst());
    private volatile @Nullable Weight pair;

    PlacedWeight(Weight any, IndexSearcher searcher) {
      super(WordQuery.this, any);
      this.searcher = searcher;
    }

    @Override
    public @Nullable Matches matches(LeafReaderContext leaf, int document) throws IOException {
      if (forms.size() == 1) {
        return places.in(leaf, document);
      }
      Weight known = pair;
      if (known == null) {
        known = pair(searcher.getTopReaderContext());
        pair = known;
      }
      return known.matches(leaf, document);
    }
  }

  /** Uses a searcher without a deadline: few articles are marked, and each takes little time. */
  private Weight pair(IndexReaderContext articles) throws IOException {
    IndexSearcher searcher = new IndexSearcher(articles);
    searcher.setQueryCache(null);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (QueryField field : IndexSchema.DEFAULT_FIELDS.keySet()) {
      SideBySide pair = new SideBySide(field);
      forms.forEach(pair::add);
      any.add(pair.query().orElseThrow(), Occur.SHOULD);
    }
    return searcher.createWeight(searcher.rewrite(any.build()), ScoreMode.COMPLETE_NO_SCORES, 1f);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    anyForm.visit(visitor);
    asTyped.ifPresent(query -> query.visit(visitor));
  }

  @Override
  public String toString(String field) {
    return asTyped.isPresent() ? whole().toString(field) : anyForm.toString(field);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WordQuery that
        && anyForm.equals(that.anyForm)
        && asTyped.equals(that.asTyped);
  }

  @Override
  public int hashCode() {
    return Objects.hash(anyForm, asTyped);
  }
}
