package broadsheet.lucene.gather;

import broadsheet.lucene.facts.Fact;
import broadsheet.lucene.facts.Lookup;
import broadsheet.lucene.reader.BoundedCache;
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
final class KeptFacts {

  /** The most facts, some 100 bytes each. */
  private static final int MOST = 50_000;

  /** The most terms of the state before, which take a shard some milliseconds. */
  private static final int MOST_RENEWED = 2_000;

  private final BoundedCache<Lookup, Fact> known =
      new BoundedCache<>(new ConcurrentHashMap<>(), MOST);

  private final AtomicReference<Set<Lookup>> before;

  private KeptFacts(Set<Lookup> before) {
    this.before = new AtomicReference<>(before);
  }

  /** None, about a first state. */
  static KeptFacts none() {
    return new KeptFacts(Set.of());
  }

  /** None yet, about the state after this one. */
  KeptFacts next() {
    return new KeptFacts(
        known.keys().stream()
            .filter(each -> each instanceof Lookup.Articles || each instanceof Lookup.Lengths)
            .limit(MOST_RENEWED)
            .collect(Collectors.toUnmodifiableSet()));
  }

  Optional<Fact> get(Lookup lookup) {
    return known.get(lookup);
  }

  void keep(Lookup lookup, Fact fact) {
    known.keep(lookup, fact);
  }

  /** These together with what was asked about the state before; afterwards with nothing. */
  Set<Lookup> renewing(Set<Lookup> missing) {
    Set<Lookup> all = new HashSet<>(before.getAndSet(Set.of()));
    all.addAll(missing);
    return all;
  }
}
