package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import broadsheet.lucene.coordinator.ArchiveSource;
import broadsheet.lucene.coordinator.PassageSource;
import broadsheet.lucene.coordinator.ShardedArchive;
import broadsheet.lucene.coordinator.Shards;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archive of a name on a cluster, as it is now: it looks for another state twice a second. A
 * request is answered from the index that it began with. Thread-safe.
 */
final class ClusterSource implements ArchiveSource {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterSource.class);
  private static final long REFRESH_MILLIS = 500;
  private static final long PASSAGES_MILLIS = 2_000;
  private static final int MOST_LOOKS = 50;

  /** The longest wait for the cluster's word of the state; then it cannot be reached. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  /** The longest wait for the shards, also where a request has no time limit. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Time that a request waits for shards that did not answer the request before. */
  private static final Duration SHORT_PATIENCE = Duration.ofSeconds(1);

  /** Shards observe the time that is left; this adds time for the way there and back. */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(2);

  private final Cluster cluster;
  private final Location location;
  private final ScheduledExecutorService refreshing =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("cluster-refresh").factory());

  private final ScheduledFuture<?> looking;
  private final ScheduledFuture<?> lookingForPassages;
  private final KnownPassages passages;
  private volatile Opened opened;
  private volatile boolean isPartMissing;
  private volatile Optional<String> fault = Optional.empty();

  /** An index in one state. */
  private record Opened(IndexShards shards, ShardedArchive archive) {

    boolean shows(Newest newest) {
      return shards.index.equals(newest.index()) && shards.state.shows(newest.state());
    }
  }

  /**
   * @throws EngineException when there is no such archive, or it cannot be searched
   */
  ClusterSource(Cluster cluster, Location location) {
    this.cluster = cluster;
    this.location = location;
    passages = new KnownPassages(cluster, location.meaning());
    opened = open(found());
    looking =
        refreshing.scheduleWithFixedDelay(
            this::refresh, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
    lookingForPassages =
        refreshing.scheduleWithFixedDelay(
            passages::look, PASSAGES_MILLIS, PASSAGES_MILLIS, TimeUnit.MILLISECONDS);
  }

  private record Newest(String index, ArchiveState state) {}

  private Newest found() {
    ClusterIndex index =
        cluster
            .target(location.archive(), LOOK)
            .orElseThrow(
                () ->
                    new EngineException(
                        "There is no archive “%s” on the cluster. Build it: ./broadsheet index PATH --engine %s"
                            .formatted(location.archive(), location)));
    ArchiveState state =
        ArchiveState.of(index.meta())
            .orElseThrow(
                () ->
                    new EngineException(
                        "The archive “%s” on the cluster is not finished. Build it again: ./broadsheet index PATH --engine %s"
                            .formatted(location.archive(), location)));
    return new Newest(index.name(), state);
  }

  private Opened open(Newest newest) {
    IndexShards shards = new IndexShards(newest);
    Path place = Path.of(location.archive());
    return new Opened(shards, ShardedArchive.of(shards, newest.state().description(), place));
  }

  /** The shards of an index in one state of its archive. */
  private final class IndexShards implements Shards {

    private final String index;
    private final int protocol;
    private volatile ArchiveState state;

    IndexShards(Newest newest) {
      index = newest.index();
      state = newest.state();
      protocol = cluster.protocol();
    }

    @Override
    public int protocol() {
      return protocol;
    }

    @Override
    public Replies ask(byte[] call, String request, Duration left, boolean isPatient) {
      Duration limit = limit(left);
      Duration patience = isPatient ? patience(limit) : Duration.ZERO;
      AskedIndex asked = new AskedIndex(index, request, state.asked());
      ShardAnswers answers = cluster.askPartly(asked, call, limit, patience);
      if (answers.isWhole() || isPatient) {
        isPartMissing = !answers.isWhole();
      }
      if (answers.answers().isEmpty()) {
        throw new EngineException("No part of the archive answered in time.");
      }
      return new Replies(List.copyOf(answers.answers().values()), answers.shards());
    }

    @Override
    public Optional<Shards> passages(String name) {
      return Optional.of(new PassagesOf(name, protocol));
    }

    /** None while a shard does not answer, which a node would wait for in vain. */
    @Override
    public Optional<byte[]> search(byte[] call, Duration left) {
      return isPartMissing
          ? Optional.empty()
          : cluster.search(new AskedIndex(index, "", state.asked()), call, limit(left));
    }
  }

  /** The shards of the index of passages, which has no states. */
  private final class PassagesOf implements Shards {

    private final String index;
    private final int protocol;

    PassagesOf(String index, int protocol) {
      this.index = index;
      this.protocol = protocol;
    }

    @Override
    public int protocol() {
      return protocol;
    }

    @Override
    public Replies ask(byte[] call, String request, Duration left, boolean isPatient) {
      Duration limit = limit(left);
      ShardAnswers answers =
          cluster.askPartly(new AskedIndex(index, request, ""), call, limit, limit.dividedBy(2));
      return new Replies(List.copyOf(answers.answers().values()), answers.shards());
    }
  }

  private static Duration limit(Duration left) {
    return left.compareTo(LONGEST) < 0 ? left.plus(ON_THE_WAY) : LONGEST;
  }

  private Duration patience(Duration limit) {
    Duration half = limit.dividedBy(2);
    return isPartMissing && half.compareTo(SHORT_PATIENCE) > 0 ? SHORT_PATIENCE : half;
  }

  private void refresh() {
    try {
      look();
      fault = Optional.empty();
    } catch (RuntimeException e) {
      if (fault.isEmpty()) {
        LOG.warn("Keeping the archive as it was known before: {}", e.getMessage());
      }
      fault = Optional.of("The cluster cannot be reached, or has the archive no more.");
    }
  }

  /** Looks what the archive is now. What is known of it stays known where it has not changed. */
  private synchronized void look() {
    Newest newest = found();
    if (opened.shows(newest)) {
      opened.shards().state = newest.state();
    } else {
      Opened next = open(newest);
      opened = new Opened(next.shards(), next.archive().after(opened.archive()));
    }
  }

  @Override
  public ShardedArchive current() {
    return opened.archive();
  }

  /** Waits a little for a state that the cluster's manager has not taken up yet. */
  @Override
  public ShardedArchive after(ShardedArchive gone) {
    for (int looks = 0; current().equals(gone) && looks < MOST_LOOKS; looks++) {
      if (looks > 0) {
        ClusterHttp.pause(Duration.ofMillis(REFRESH_MILLIS / 5));
      }
      look();
    }
    return current();
  }

  @Override
  public long generation() {
    return opened.shards().state.generation();
  }

  @Override
  public Optional<String> fault() {
    return fault;
  }

  @Override
  public PassageSource passages() {
    return passages;
  }

  @Override
  public void close() {
    looking.cancel(true);
    lookingForPassages.cancel(true);
    refreshing.shutdownNow();
    cluster.close();
  }
}
