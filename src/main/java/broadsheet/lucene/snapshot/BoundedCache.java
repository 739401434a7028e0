package broadsheet.lucene.snapshot;

import java.util.Map;
import java.util.function.Function;

/**
 * Remembers what was worked out, for as many keys as may be at a time: then it begins anew. As
 * thread-safe as the map it is given; two threads may work out the same.
 */
final class BoundedCache<K, V> {

  private final Map<K, V> known;
  private final int most;

  /**
   * @param known empty
   * @param most of so many keys something is remembered at a time
   */
  BoundedCache(Map<K, V> known, int most) {
    this.known = known;
    this.most = most;
  }

  /** What is remembered of a key, or else is worked out now. */
  V of(K key, Function<K, V> working) {
    V value = known.get(key);
    if (value == null) {
      if (known.size() >= most) {
        known.clear();
      }
      value = working.apply(key);
      known.put(key, value);
    }
    return value;
  }
}
