package broadsheet.lucene.rank;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.schema.IndexSchema;
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
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * What one part of an archive found.
 *
 * @param best its first hits
 * @param members how many of its hits each family has; empty where they are not grouped
 * @param all its hits; empty where they were not collected
 */
public record PartHits(
    List<SentHit> best,
    Map<Long, Integer> members,
    long total,
    boolean isComplete,
    Optional<FacetsCollector> all) {

  /** Searches a part, counting all its hits. */
  public static PartHits of(
      Query query, SearchRequest request, Optional<SentHit> after, int most, BoundedSearcher finder)
      throws IOException {
    CollectedHits found = CollectedHits.of(query, request, last(after, request), most, 0, finder);
    boolean isGrouped = request.isFolding() && found.all().isPresent();
    return new PartHits(
        SentHit.of(found.best().scoreDocs, finder.getIndexReader()),
        isGrouped ? members(found.all().get()) : Map.of(),
        found.total(),
        found.isComplete(),
        found.all());
  }

  private static @Nullable FieldDoc last(Optional<SentHit> after, SearchRequest request) {
    return after.map(hit -> hit.in(request.sort(), Integer.MAX_VALUE)).orElse(null);
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

  /** Only the hits of a part after a given one. */
  public static List<SentHit> after(
      Query query, SearchRequest request, Optional<SentHit> after, int most, BoundedSearcher finder)
      throws IOException {
    int depth = Math.max(1, Math.min(most, finder.getIndexReader().maxDoc()));
    ScoreDoc[] found =
        CollectedHits.after(last(after, request), query, request, depth, finder).scoreDocs;
    return SentHit.of(found, finder.getIndexReader());
  }
}
