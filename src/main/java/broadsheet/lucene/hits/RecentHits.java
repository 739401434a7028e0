package broadsheet.lucene.hits;

import broadsheet.lucene.limits.BoundedSearcher;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.search.Query;

/**
 * A cache of all hits of the last searches of one reader, for further requests of the same page. At
 * most 16 sets, which take up to a bit per document; none older than ten seconds once another is
 * kept. Thread-safe.
 */
public final class RecentHits {

  private static final int MOST = 16;
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** The oldest first. */
  private final Map<Query, Kept> kept = new LinkedHashMap<>();

  private record Kept(HitSet hits, long since) {}

  /** All hits of a query, found now if they are not known; those found until the time is up. */
  public HitSet of(Query query, BoundedSearcher searcher) throws IOException {
    Optional<HitSet> known = get(query);
    if (known.isPresent()) {
      return known.get();
    }
    HitSet found = HitSet.of(query, searcher);
    if (!searcher.isCut()) {
      keep(query, found);
    }
    return found;
  }

  private synchronized Optional<HitSet> get(Query query) {
    return Optional.ofNullable(kept.get(query)).map(Kept::hits);
  }

  /** Keeps all hits of a query. */
  public synchronized void keep(Query query, HitSet hits) {
    long now = System.nanoTime();
    kept.values().removeIf(each -> now - each.since > LONGEST_NANOS);
    kept.remove(query);
    if (kept.size() == MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
    kept.put(query, new Kept(hits, now));
  }
}
