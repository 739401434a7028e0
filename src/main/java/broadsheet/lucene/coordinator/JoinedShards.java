package broadsheet.lucene.coordinator;

import broadsheet.engine.EngineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** The shards of several archives, asked at the same time as if they were of one. Thread-safe. */
final class JoinedShards implements Shards {

  /** Stands between the names of indexes; no name has it. */
  static final String SEPARATOR = ",";

  private final List<Shards> archives;

  /** The number of shards of each archive; 1 while it is unknown. */
  private final AtomicIntegerArray counts;

  /**
   * @param archives at least one
   */
  JoinedShards(List<Shards> archives) {
    this.archives = List.copyOf(archives);
    counts = new AtomicIntegerArray(archives.size());
    for (int i = 0; i < archives.size(); i++) {
      counts.set(i, 1);
    }
  }

  /** An archive none of whose shards answers is missing like a shard that does not. */
  @Override
  public Replies ask(byte[] call, String request, Duration left, boolean isPatient) {
    List<byte[]> all = new ArrayList<>();
    Optional<EngineException> failure = Optional.empty();
    int shards = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Replies>> asked =
          archives.stream()
              .map(each -> threads.submit(() -> each.ask(call, request, left, isPatient)))
              .toList();
      for (int i = 0; i < asked.size(); i++) {
        try {
          Replies replies = done(asked.get(i));
          counts.set(i, replies.shards());
          all.addAll(replies.replies());
        } catch (EngineException e) {
          failure = Optional.of(e);
        }
        shards += counts.get(i);
      }
    }
    if (all.isEmpty()) {
      throw failure.orElseThrow();
    }
    return new Replies(all, shards);
  }

  private static Replies done(Future<Replies> asked) {
    try {
      return asked.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("The archive was not waited for.", e);
    } catch (ExecutionException e) {
      throw switch (e.getCause()) {
        case RuntimeException failure -> failure;
        case null, default -> new IllegalStateException(e);
      };
    }
  }

  /**
   * @param names one for each archive; empty for one that has no passages
   */
  @Override
  public Optional<Shards> passages(String names) {
    List<Shards> passages = new ArrayList<>();
    String[] each = names.split(SEPARATOR, -1);
    for (int i = 0; i < Math.min(each.length, archives.size()); i++) {
      if (!each[i].isEmpty()) {
        archives.get(i).passages(each[i]).ifPresent(passages::add);
      }
    }
    return passages.isEmpty() ? Optional.empty() : Optional.of(new JoinedShards(passages));
  }

  @Override
  public int protocol() {
    return archives.stream().mapToInt(Shards::protocol).min().orElseThrow();
  }
}
