package broadsheet.lucene.reader;

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
 * Caches a value computed from a reader or a segment until that is closed. Thread-safe; two threads
 * may compute the same value.
 */
public final class ReaderCache<V> {

  private final Map<IndexReader.CacheKey, V> known = new ConcurrentHashMap<>();

  /**
   * The value of a reader, computed now if missing.
   *
   * @param reader identifies the reader that the value depends on; null if the reader has no
   *     identity
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
   * The value of a segment, computed now if missing. All users share it, so it is read below the
   * wrappers of a {@link RestrictedReader}; its users must leave out documents that are not live.
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
