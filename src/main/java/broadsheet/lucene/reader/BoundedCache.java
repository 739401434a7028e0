package broadsheet.lucene.reader;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A cache of limited size, which is cleared when full. It is as thread-safe as its map; two threads
 * may compute the same value.
 */
public final class BoundedCache<K, V> {

  private final Map<K, V> known;
  private final int most;

  /**
   * @param known empty
   * @param most the most keys to keep
   */
  public BoundedCache(Map<K, V> known, int most) {
    this.known = known;
    this.most = most;
  }

  /** The cached value of a key, computed now if missing. */
  public V of(K key, Function<K, V> working) {
    V value = known.get(key);
    if (value == null) {
      value = working.apply(key);
      keep(key, value);
    }
    return value;
  }

  /** The cached value of a key; empty if missing. */
  public Optional<V> get(K key) {
    return Optional.ofNullable(known.get(key));
  }

  /** The keys of the cached values, a view of the map's. */
  public Set<K> keys() {
    return Collections.unmodifiableSet(known.keySet());
  }

  /** Caches the value of a key. */
  public void keep(K key, V value) {
    if (known.size() >= most) {
      known.clear();
    }
    known.put(key, value);
  }
}
