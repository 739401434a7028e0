package broadsheet.lucene.coordinator;

import broadsheet.lucene.reader.BoundedCache;
import broadsheet.lucene.statistics.GlobalStatistic;
import broadsheet.lucene.statistics.StatisticRequest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * A cache of term statistics of one state of an archive, gathered from all shards. What was asked
 * about the state before is likely to be asked again, so its terms are gathered together with the
 * first missing facts. Thread-safe.
 */
final class StatisticsCache {

  /** The most facts, some 100 bytes each. */
  private static final int MOST = 50_000;

  /** The most terms of the state before, which take a shard some milliseconds. */
  private static final int MOST_RENEWED = 2_000;

  private final BoundedCache<StatisticRequest, GlobalStatistic> known =
      new BoundedCache<>(new ConcurrentHashMap<>(), MOST);

  private final AtomicReference<Set<StatisticRequest>> before;

  private StatisticsCache(Set<StatisticRequest> before) {
    this.before = new AtomicReference<>(before);
  }

  /** None, about a first state. */
  static StatisticsCache none() {
    return new StatisticsCache(Set.of());
  }

  /** None yet, about the state after this one. */
  StatisticsCache next() {
    return new StatisticsCache(
        known.keys().stream()
            .filter(
                each ->
                    each instanceof StatisticRequest.Articles
                        || each instanceof StatisticRequest.Lengths)
            .limit(MOST_RENEWED)
            .collect(Collectors.toUnmodifiableSet()));
  }

  Optional<GlobalStatistic> get(StatisticRequest lookup) {
    return known.get(lookup);
  }

  void keep(StatisticRequest lookup, GlobalStatistic fact) {
    known.keep(lookup, fact);
  }

  /** These together with what was asked about the state before; afterwards with nothing. */
  Set<StatisticRequest> renewing(Set<StatisticRequest> missing) {
    Set<StatisticRequest> all = new HashSet<>(before.getAndSet(Set.of()));
    all.addAll(missing);
    return all;
  }
}
