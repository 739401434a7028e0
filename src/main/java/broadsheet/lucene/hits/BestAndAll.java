package broadsheet.lucene.hits;

import broadsheet.lucene.limits.BoundedSearcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * The best hits of a search, and all of them. They are found in one pass where there are few.
 * Otherwise the pass for the best skips hits that cannot be among them, and a second one finds all
 * without scoring them, which together is quicker than scoring all.
 */
public record BestAndAll(TopDocs best, HitSet all) {

  /** A good number of hits to find in one pass. */
  public static final int FEW = 4_096;

  /**
   * Searches. Returns the hits found so far when the time is up.
   *
   * @param collecting collects the best hits, and skips none before it has met {@code few}
   * @param few the number of hits that are found in one pass
   */
  public static BestAndAll of(
      Query query,
      CollectorManager<?, ? extends TopDocs> collecting,
      int few,
      BoundedSearcher searcher)
      throws IOException {
    BestAndAll first = searcher.search(query, new OnePass<>(collecting, few));
    if (first.isAll(few) || searcher.isCut()) {
      return first;
    }
    HitSet all = HitSet.of(query, searcher);
    return new BestAndAll(first.best, searcher.isCut() && all.size() < few ? first.all : all);
  }

  /** Whether one pass has found all hits. */
  private boolean isAll(int few) {
    TotalHits total = best.totalHits;
    return total.relation() == TotalHits.Relation.EQUAL_TO && total.value() <= few;
  }

  /**
   * @param <C> collects the best hits
   */
  private record OnePass<C extends Collector>(CollectorManager<C, ? extends TopDocs> best, int few)
      implements CollectorManager<Both<C>, BestAndAll> {

    @Override
    public Both<C> newCollector() throws IOException {
      return new Both<>(best.newCollector(), few);
    }

    @Override
    public BestAndAll reduce(Collection<Both<C>> collectors) throws IOException {
      List<C> found = new ArrayList<>();
      List<SegmentHits> all = new ArrayList<>();
      for (Both<C> each : collectors) {
        found.add(each.best);
        each.segments.forEach(segment -> all.add(segment.hits()));
      }
      return new BestAndAll(best.reduce(found), new HitSet(all));
    }
  }

  /** Collects the best hits, and the first of all. */
  private static final class Both<C extends Collector> implements Collector {

    private final C best;
    private final int few;
    private final List<SegmentCollector> segments = new ArrayList<>();
    private int met;

    Both(C best, int few) {
      this.best = best;
      this.few = few;
    }

    @Override
    public ScoreMode scoreMode() {
      return best.scoreMode();
    }

    @Override
    public void setWeight(Weight weight) {
      best.setWeight(weight);
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
      SegmentCollector all = new SegmentCollector(segment);
      segments.add(all);
      return new FilterLeafCollector(best.getLeafCollector(segment)) {
        @Override
        public void collect(int document) throws IOException {
          if (met < few) {
            all.collect(document);
            met++;
          }
          super.collect(document);
        }

        @Override
        public @Nullable DocIdSetIterator competitiveIterator() throws IOException {
          return in.competitiveIterator();
        }
      };
    }
  }
}
