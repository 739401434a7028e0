package broadsheet.lucene.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.IOFunction;
import org.apache.lucene.util.IOSupplier;
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
   * @throws UncheckedIOException when it cannot be computed
   */
  public V of(IndexReader.@Nullable CacheHelper reader, IOSupplier<V> computing) {
    if (reader == null) {
      return computed(computing);
    }
    V value = known.get(reader.getKey());
    if (value == null) {
      value = computed(computing);
      if (known.put(reader.getKey(), value) == null) {
        reader.addClosedListener(known::remove);
      }
    }
    return value;
  }

  /**
   * The value of a segment, computed now if missing. It is read below the wrappers of a {@link
   * RestrictedReader}, since all users share it: whoever uses it leaves out what is not live.
   *
   * @throws UncheckedIOException when it cannot be computed
   */
  public V ofSegment(LeafReader segment, IOFunction<LeafReader, V> computing) {
    LeafReader own = RestrictedReader.unrestricted(segment);
    return of(own.getCoreCacheHelper(), () -> computing.apply(own));
  }

  private static <V> V computed(IOSupplier<V> computing) {
    try {
      return computing.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
