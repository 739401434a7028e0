package broadsheet.lucene.snapshot;

import broadsheet.lucene.schema.UnreadableIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes damage from a fault of the program, after a search has failed. Lucene verifies the
 * checksums of large files only in a merge, and a damaged block can make it fail in any way. The
 * files that were searched are therefore verified in the background, each at most once a minute.
 * Thread-safe.
 */
final class Verification implements AutoCloseable {

  /** Time that a failed search waits for the reason; enough to verify some gigabytes. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration FRESH = Duration.ofMinutes(1);

  private final ExecutorService verifier =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("index-verification").factory());

  /** The times at which segments were found sound. Used by the verifier's thread only. */
  private final Map<IndexReader.CacheKey, Long> sound = new HashMap<>();

  private @Nullable Verdict last;

  /** The damage in one state of the index; empty if there is none. */
  private record Verdict(
      IndexReader.CacheKey key, long askedAt, CompletableFuture<Optional<IOException>> damage) {

    boolean isOf(DirectoryReader reader) {
      return key.equals(reader.getReaderCacheHelper().getKey());
    }

    boolean holds() {
      return !damage.isDone() || isDamage() || System.nanoTime() - askedAt < FRESH.toNanos();
    }

    boolean isDamage() {
      return damage.getNow(Optional.empty()).isPresent();
    }
  }

  /**
   * The damage in a state of the index on which a search failed; empty if there is none.
   *
   * @param reader open until this returns
   * @throws TimeoutException when that is not known soon enough
   */
  Optional<IOException> damage(DirectoryReader reader) throws TimeoutException {
    try {
      return verdict(reader).damage().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimeoutException("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether that state is known to be damaged. Does not wait. */
  synchronized boolean isDamaged(DirectoryReader reader) {
    return last != null && last.isOf(reader) && last.isDamage();
  }

  private synchronized Verdict verdict(DirectoryReader reader) {
    Verdict known = last;
    if (known == null || !known.isOf(reader) || !known.holds()) {
      reader.incRef();
      known =
          new Verdict(
              reader.getReaderCacheHelper().getKey(),
              System.nanoTime(),
              CompletableFuture.supplyAsync(() -> verified(reader), verifier));
      last = known;
    }
    return known;
  }

  private Optional<IOException> verified(DirectoryReader reader) {
    try {
      sound.keySet().retainAll(keys(reader));
      for (LeafReaderContext leaf : reader.leaves()) {
        verify(leaf.reader());
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    } catch (RuntimeException | InternalError e) {
      return Optional.of(
          new CorruptIndexException(UnreadableIndex.reason(e), reader.toString(), e));
    } finally {
      release(reader);
    }
  }

  private static List<IndexReader.CacheKey> keys(DirectoryReader reader) {
    return reader.leaves().stream().map(leaf -> key(leaf.reader())).toList();
  }

  private static IndexReader.CacheKey key(LeafReader segment) {
    return segment.getReaderCacheHelper().getKey();
  }

  private void verify(LeafReader segment) throws IOException {
    Long soundAt = sound.get(key(segment));
    if (soundAt == null || System.nanoTime() - soundAt > FRESH.toNanos()) {
      segment.checkIntegrity();
      sound.put(key(segment), System.nanoTime());
    }
  }

  private static void release(DirectoryReader reader) {
    try {
      reader.decRef();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    verifier.shutdownNow();
  }
}
