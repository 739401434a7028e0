package broadsheet.lucene.hits;

import broadsheet.lucene.limits.BoundedSearcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;

/**
 * All hits of a search, without order or scores.
 *
 * @param segments the hits of each segment, in the order of the segments; those without hits too,
 *     unless the time was up
 */
public record HitSet(List<SegmentHits> segments) {

  /** Finds all hits, or with a {@link BoundedSearcher} the hits found before the time was up. */
  public static HitSet of(Query query, IndexSearcher searcher) throws IOException {
    return searcher.search(query, new All());
  }

  /** The union of several searches of the same state that have no hit in common. */
  public static HitSet union(List<HitSet> sets) {
    Map<Integer, SegmentHits> bySegment = new TreeMap<>();
    for (HitSet set : sets) {
      for (SegmentHits hits : set.segments) {
        bySegment.merge(hits.leaf().ord, hits, SegmentHits::with);
      }
    }
    return new HitSet(List.copyOf(bySegment.values()));
  }

  /** All other documents of the same segments, deleted ones among them. */
  public HitSet others() {
    return new HitSet(segments.stream().map(SegmentHits::others).toList());
  }

  /** The number of hits. */
  public long size() {
    return segments.stream().mapToLong(SegmentHits::size).sum();
  }

  /** Collects all hits. */
  private static final class All implements CollectorManager<Collecting, HitSet> {

    @Override
    public Collecting newCollector() {
      return new Collecting(new ArrayList<>());
    }

    @Override
    public HitSet reduce(Collection<Collecting> collectors) {
      return new HitSet(
          collectors.stream()
              .flatMap(each -> each.segments().stream())
              .map(SegmentCollector::hits)
              .toList());
    }
  }

  private record Collecting(List<SegmentCollector> segments) implements Collector {

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) {
      SegmentCollector collector = new SegmentCollector(segment);
      segments.add(collector);
      return collector;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
