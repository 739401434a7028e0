package broadsheet.lucene.snapshot;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * What is computed once for a reader or a segment, and dropped when that is closed. Thread-safe;
 * two threads may compute the same value.
 */
public final class ReaderCache<V> {

  private final Map<IndexReader.CacheKey, V> known = new ConcurrentHashMap<>();

  /**
   * The value of a reader, computed now if missing.
   *
   * @param reader of what the value depends on; null where the reader cannot be told from others
   */
  public V of(IndexReader.@Nullable CacheHelper reader, Supplier<V> computing) {
    if (reader == null) {
      return computing.get();
    }
    V value = known.get(reader.getKey());
    if (value == null) {
      value = computing.get();
      if (known.put(reader.getKey(), value) == null) {
        reader.addClosedListener(known::remove);
      }
    }
    return value;
  }
}
