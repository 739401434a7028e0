package broadsheet.lucene.search;

import broadsheet.engine.SearchRequest;
import broadsheet.engine.SortOrder;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over the index found.
 *
 * @param best the first hits in the asked-for order, as the index gives them
 * @param listed those of them that are listed, ranked; see {@link Folding}
 * @param folding which of all the hits are folded under others
 * @param total how many there are; exact when complete, else so many were found
 * @param isComplete whether every article was looked at before the time was up
 * @param all every hit, for counting; empty when counts were not asked for
 */
record Found(
    TopDocs best,
    List<ScoreDoc> listed,
    Folding folding,
    long total,
    boolean isComplete,
    Optional<FacetsCollector> all) {

  /** Where nobody counts, Lucene may pass over hits that cannot be among the best. */
  private static final int COUNTED_AT_LEAST = 1_000;

  private static final Sort NEWEST = byDate(true, Long.MIN_VALUE);
  private static final Sort OLDEST = byDate(false, Long.MAX_VALUE);

  private static Sort byDate(boolean isReverse, long whereUnknown) {
    SortField field =
        new SortField(IndexSchema.SORT_TIME, SortField.Type.LONG, isReverse, whereUnknown);
    return new Sort(field, SortField.FIELD_DOC);
  }

  /**
   * Looks for a query.
   *
   * @param depth how many of the best hits are wanted, at least 1
   */
  static Found of(Query query, SearchRequest request, int depth, BoundedSearcher searcher)
      throws IOException {
    int most = Math.max(1, Math.min(depth, searcher.getIndexReader().maxDoc()));
    if (!request.isCounting()) {
      TopDocs best = (TopDocs) searcher.search(query, best(request.sort(), most, COUNTED_AT_LEAST));
      long total = total(best.totalHits, query, searcher);
      return new Found(best, total, !searcher.isCut(), Optional.empty());
    }
    Object[] collected =
        searcher.search(
            query,
            new MultiCollectorManager(
                best(request.sort(), most, Integer.MAX_VALUE), new FacetsCollectorManager()));
    TopDocs best = (TopDocs) collected[0];
    return new Found(
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
  static TopDocs after(
      @Nullable ScoreDoc last,
      Query query,
      SearchRequest request,
      int most,
      BoundedSearcher searcher)
      throws IOException {
    CollectorManager<?, ?> manager =
        switch (request.sort()) {
          case RELEVANCE -> new TopScoreDocCollectorManager(most, last, COUNTED_AT_LEAST);
          case NEWEST ->
              new TopFieldCollectorManager(NEWEST, most, (FieldDoc) last, COUNTED_AT_LEAST);
          case OLDEST ->
              new TopFieldCollectorManager(OLDEST, most, (FieldDoc) last, COUNTED_AT_LEAST);
        };
    return (TopDocs) searcher.search(query, manager);
  }

  private static long total(TotalHits hits, Query query, BoundedSearcher searcher)
      throws IOException {
    return hits.relation() == TotalHits.Relation.EQUAL_TO
        ? hits.value()
        : Math.max(hits.value(), searcher.count(query));
  }

  private static CollectorManager<?, ?> best(SortOrder sort, int depth, int counted) {
    return switch (sort) {
      case RELEVANCE -> new TopScoreDocCollectorManager(depth, counted);
      case NEWEST -> new TopFieldCollectorManager(NEWEST, depth, counted);
      case OLDEST -> new TopFieldCollectorManager(OLDEST, depth, counted);
    };
  }

  private Found(TopDocs best, long total, boolean isComplete, Optional<FacetsCollector> all) {
    this(best, List.of(best.scoreDocs), Folding.none(), total, isComplete, all);
  }

  /** The same with these of its hits listed, in this order. */
  Found listing(List<ScoreDoc> order, Folding by) {
    return new Found(best, order, by, total, isComplete, all);
  }
}
