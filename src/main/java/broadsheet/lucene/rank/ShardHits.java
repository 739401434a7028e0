package broadsheet.lucene.rank;

import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
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
 * The hits of one shard of an archive, as it sends them, or of all.
 *
 * @param best the first hits
 * @param members the number of hits in each family; empty if they are not grouped
 * @param whole the number of hits that match the whole query
 * @param isComplete whether all articles were looked at
 */
public record ShardHits(
    List<SentHit> best, Map<Long, Integer> members, long total, long whole, boolean isComplete) {

  /**
   * Selects the hits of a shard.
   *
   * @param after the last hit before the ones to find; empty to begin with the first
   * @param most the most hits to return
   * @param worded the number of first hits to send with their words, for the second stage of
   *     ranking
   */
  public record Wanted(Optional<SentHit> after, int most, int worded) {

    private @Nullable FieldDoc last(SearchRequest request) {
      return after.map(hit -> hit.in(request.sort(), Integer.MAX_VALUE)).orElse(null);
    }
  }

  /** Searches a shard, with everything that is said of all its hits. */
  public static CollectedHits collected(
      Query query, SearchRequest request, Wanted wanted, BoundedSearcher finder)
      throws IOException {
    return CollectedHits.of(query, request, wanted.last(request), wanted.most(), 0, finder);
  }

  /**
   * Prepares hits to be sent.
   *
   * @param whole the number of hits that match the whole query
   * @param finder has found and counted them
   */
  public static ShardHits of(
      CollectedHits found, long whole, SearchRequest request, Wanted wanted, BoundedSearcher finder)
      throws IOException {
    boolean isGrouped = request.isFolding() && found.all().isPresent();
    return new ShardHits(
        SentHit.of(found.best().scoreDocs, wanted.worded(), finder.getIndexReader()),
        isGrouped ? members(found.all().get()) : Map.of(),
        found.total(),
        whole,
        found.isComplete() && !finder.isCut());
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

  /** Searches a shard for nothing but the hits that are wanted. */
  public static List<SentHit> only(
      Query query, SearchRequest request, Wanted wanted, BoundedSearcher finder)
      throws IOException {
    int depth = Math.max(1, Math.min(wanted.most(), finder.getIndexReader().maxDoc()));
    ScoreDoc[] found =
        CollectedHits.after(wanted.last(request), query, request, depth, finder).scoreDocs;
    return SentHit.of(found, wanted.worded(), finder.getIndexReader());
  }

  /** The hits of all shards. */
  public static ShardHits merged(List<ShardHits> shards, SortOrder order, int most) {
    Map<Long, Integer> members = new HashMap<>();
    for (ShardHits shard : shards) {
      shard.members.forEach((family, count) -> members.merge(family, count, Integer::sum));
    }
    return new ShardHits(
        SentHit.first(shards.stream().map(ShardHits::best).toList(), order, most),
        members,
        shards.stream().mapToLong(ShardHits::total).sum(),
        shards.stream().mapToLong(ShardHits::whole).sum(),
        shards.stream().allMatch(ShardHits::isComplete));
  }
}
