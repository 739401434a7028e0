package broadsheet.lucene.rank;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.limits.BoundedSearcher;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over the index found.
 *
 * @param best the first hits in the asked-for order, as the index gives them
 * @param page those of them that the page lists, in its order; see {@link Folding}
 * @param folding which of all the hits are folded under others
 * @param total how many there are; exact when complete, else so many were found
 * @param isComplete whether every article was looked at before the time was up
 * @param all every hit, for counting; empty when counts were not asked for
 */
public record CollectedHits(
    TopDocs best,
    List<ScoreDoc> page,
    Folding folding,
    long total,
    boolean isComplete,
    Optional<FacetsCollector> all) {

  /** Where nobody counts, Lucene may pass over hits that cannot be among the best. */
  private static final int COUNTED_AT_LEAST = 1_000;

  /**
   * Looks for a query.
   *
   * @param after the hit before the first wanted one; null for the very first
   * @param depth how many of the best hits are wanted, at least 1
   */
  public static CollectedHits of(
      Query query,
      SearchRequest request,
      @Nullable FieldDoc after,
      int depth,
      BoundedSearcher searcher)
      throws IOException {
    Order order = Order.of(request.sort());
    int most = Math.max(1, Math.min(depth, searcher.getIndexReader().maxDoc()));
    if (!request.isCounting()) {
      TopDocs best =
          (TopDocs) searcher.search(query, order.collecting(after, most, COUNTED_AT_LEAST));
      order.tellScores(best.scoreDocs);
      long total = total(best.totalHits, query, searcher);
      return new CollectedHits(best, total, !searcher.isCut(), Optional.empty());
    }
    Object[] collected =
        searcher.search(
            query,
            new MultiCollectorManager(
                order.collecting(after, most, Integer.MAX_VALUE), new FacetsCollectorManager()));
    TopDocs best = (TopDocs) collected[0];
    order.tellScores(best.scoreDocs);
    return new CollectedHits(
        best,
        best.totalHits.value(),
        !searcher.isCut(),
        Optional.of((FacetsCollector) collected[1]));
  }

  /**
   * The hits that come after one, in the asked-for order, without counting any.
   *
   * @param last the hit before them; null for the first
   * @param most how many of them are wanted, at least 1
   */
  public static TopDocs after(
      @Nullable ScoreDoc last,
      Query query,
      SearchRequest request,
      int most,
      BoundedSearcher searcher)
      throws IOException {
    Order order = Order.of(request.sort());
    TopDocs found =
        (TopDocs) searcher.search(query, order.collecting((FieldDoc) last, most, COUNTED_AT_LEAST));
    order.tellScores(found.scoreDocs);
    return found;
  }

  private static long total(TotalHits hits, Query query, BoundedSearcher searcher)
      throws IOException {
    return hits.relation() == TotalHits.Relation.EQUAL_TO
        ? hits.value()
        : Math.max(hits.value(), searcher.count(query));
  }

  private CollectedHits(
      TopDocs best, long total, boolean isComplete, Optional<FacetsCollector> all) {
    this(best, List.of(), Folding.none(), total, isComplete, all);
  }

  /** Nothing. */
  public static CollectedHits none() {
    return new CollectedHits(
        new TopDocs(new TotalHits(0, TotalHits.Relation.EQUAL_TO), new ScoreDoc[0]),
        0,
        true,
        Optional.empty());
  }

  /** The same with these of its hits on the page. */
  public CollectedHits listing(List<ScoreDoc> listed, Folding by) {
    return new CollectedHits(best, listed, by, total, isComplete, all);
  }

  /** How many hits are listed by themselves, on all pages together. */
  public long listed() {
    return total - folding.folded();
  }
}
