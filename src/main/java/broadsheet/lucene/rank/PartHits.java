package broadsheet.lucene.rank;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.hits.SegmentHits;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * The hits of one part of an archive.
 *
 * @param best its first hits
 * @param members the number of its hits in each family; empty if they are not grouped
 * @param all its hits; empty where they were not collected
 */
public record PartHits(
    List<SentHit> best,
    Map<Long, Integer> members,
    long total,
    boolean isComplete,
    Optional<HitSet> all) {

  /**
   * Selects the hits of a part.
   *
   * @param after the hit after which to begin; empty for the first
   * @param most the most hits to return
   * @param worded the number of first hits to send with their words, for the second stage of
   *     ranking
   */
  public record Wanted(Optional<SentHit> after, int most, int worded) {}

  /** Searches a part, counting all its hits. */
  public static PartHits of(
      Query query, SearchRequest request, Wanted wanted, BoundedSearcher finder)
      throws IOException {
    CollectedHits found =
        CollectedHits.of(query, request, last(wanted.after(), request), wanted.most(), 0, finder);
    boolean isGrouped = request.isFolding() && found.all().isPresent();
    return new PartHits(
        SentHit.of(found.best().scoreDocs, wanted.worded(), finder.getIndexReader()),
        isGrouped ? members(found.all().get()) : Map.of(),
        found.total(),
        found.isComplete(),
        found.all());
  }

  private static @Nullable FieldDoc last(Optional<SentHit> after, SearchRequest request) {
    return after.map(hit -> hit.in(request.sort(), Integer.MAX_VALUE)).orElse(null);
  }

  private static Map<Long, Integer> members(HitSet hits) throws IOException {
    Map<Long, Integer> members = new HashMap<>();
    for (SegmentHits segment : hits.segments()) {
      NumericDocValues families = DocValues.getNumeric(segment.leaf().reader(), IndexSchema.FAMILY);
      SegmentHits.Cursor cursor = segment.cursor();
      for (int hit = cursor.next(); hit != SegmentHits.NONE; hit = cursor.next()) {
        if (families.advanceExact(hit)) {
          members.merge(families.longValue(), 1, Integer::sum);
        }
      }
    }
    return members;
  }

  /** Searches a part for the wanted hits only. */
  public static List<SentHit> only(
      Query query, SearchRequest request, Wanted wanted, BoundedSearcher finder)
      throws IOException {
    int depth = Math.max(1, Math.min(wanted.most(), finder.getIndexReader().maxDoc()));
    ScoreDoc[] found =
        CollectedHits.after(last(wanted.after(), request), query, request, depth, finder).scoreDocs;
    return SentHit.of(found, wanted.worded(), finder.getIndexReader());
  }
}
