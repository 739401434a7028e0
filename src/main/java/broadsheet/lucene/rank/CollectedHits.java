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
 * The result of one pass over the index.
 *
 * @param best the first hits in the requested order, as the index gives them
 * @param page the hits to list on the page, in its order; see {@link Folding}
 * @param folding which of all the hits are grouped under others
 * @param total how many there are; exact when complete, otherwise those found so far
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

  /** When counts are not needed, Lucene may skip hits beyond this that cannot be among the best. */
  private static final int COUNTED_AT_LEAST = 1_000;

  /**
   * Runs a query.
   *
   * @param after the hit before the first one to collect; null to begin with the first
   * @param depth how many of the best hits to collect, at least 1
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
   * The hits after a given one, in the requested order, without counts.
   *
   * @param last the hit before them; null to begin with the first
   * @param most how many to collect, at least 1
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

  /** No hits. */
  public static CollectedHits none() {
    return new CollectedHits(
        new TopDocs(new TotalHits(0, TotalHits.Relation.EQUAL_TO), new ScoreDoc[0]),
        0,
        true,
        Optional.empty());
  }

  /** These hits with others listed on the page. */
  public CollectedHits listing(List<ScoreDoc> listed, Folding by) {
    return new CollectedHits(best, listed, by, total, isComplete, all);
  }

  /** How many hits are listed, on all pages together. */
  public long listed() {
    return total - folding.folded();
  }
}
