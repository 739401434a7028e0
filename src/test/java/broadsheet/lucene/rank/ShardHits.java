package broadsheet.lucene.rank;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What one shard found.
 *
 * @param best its first hits
 * @param members how many of its hits each family has; empty where they are not grouped
 * @param all its hits, which stay there; empty where they were not collected
 */
public record ShardHits(
    List<SentHit> best,
    Map<Long, Integer> members,
    long total,
    boolean isComplete,
    Optional<FacetsCollector> all) {

  /** Searches a shard, counting all its hits. */
  public static ShardHits of(
      int shard,
      Query query,
      SearchRequest request,
      @Nullable FieldDoc after,
      int most,
      SearchBudget budget)
      throws IOException {
    CollectedHits found = CollectedHits.of(query, request, after, most, 0, budget.finder());
    boolean isGrouped = request.isFolding() && found.all().isPresent();
    return new ShardHits(
        SentHit.of(shard, found.best().scoreDocs, budget.snapshot().getIndexReader()),
        isGrouped ? members(found.all().get()) : Map.of(),
        found.total(),
        found.isComplete(),
        found.all());
  }

  private static Map<Long, Integer> members(FacetsCollector hits) throws IOException {
    Map<Long, Integer> members = new HashMap<>();
    for (MatchingDocs segment : hits.getMatchingDocs()) {
      NumericDocValues families =
          DocValues.getNumeric(segment.context().reader(), IndexSchema.FAMILY);
      DocIdSetIterator found = segment.bits().iterator();
      while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (families.advanceExact(found.docID())) {
          members.merge(families.longValue(), 1, Integer::sum);
        }
      }
    }
    return members;
  }

  /** Only the hits of a shard after a given one. */
  public static List<SentHit> after(
      int shard,
      Query query,
      SearchRequest request,
      @Nullable FieldDoc after,
      int most,
      SearchBudget budget)
      throws IOException {
    int depth = Math.max(1, Math.min(most, budget.snapshot().getIndexReader().maxDoc()));
    return SentHit.of(
        shard,
        CollectedHits.after(after, query, request, depth, budget.finder()).scoreDocs,
        budget.snapshot().getIndexReader());
  }
}
