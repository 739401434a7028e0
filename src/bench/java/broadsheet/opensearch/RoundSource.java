package broadsheet.opensearch;

import broadsheet.lucene.coordinator.ArchiveSource;
import broadsheet.lucene.coordinator.PassageSource;
import broadsheet.lucene.coordinator.ShardedArchive;
import broadsheet.lucene.coordinator.Shards;
import java.time.Duration;
import java.util.Optional;

/**
 * An archive on a cluster that does not change, whose shards this program asks itself, as it did
 * before nodes could do a search. Thread-safe.
 */
public final class RoundSource implements ArchiveSource {

  private final ClusterSource cluster;
  private final ShardedArchive archive;

  private RoundSource(ClusterSource cluster) {
    this.cluster = cluster;
    ShardedArchive whole = cluster.current();
    archive = new ShardedArchive(inRounds(whole.shards()), whole.format());
  }

  /** The archive at a location. */
  public static RoundSource at(Location location) {
    Cluster cluster = Cluster.of(location, ClusterAccess.of(System.getenv()));
    return new RoundSource(new ClusterSource(cluster, location));
  }

  private static Shards inRounds(Shards shards) {
    return new Shards() {
      @Override
      public Replies ask(byte[] call, String request, Duration left, boolean isPatient) {
        return shards.ask(call, request, left, isPatient);
      }

      @Override
      public int protocol() {
        return shards.protocol();
      }
    };
  }

  @Override
  public ShardedArchive current() {
    return archive;
  }

  @Override
  public ShardedArchive after(ShardedArchive gone) {
    return gone;
  }

  @Override
  public long generation() {
    return cluster.generation();
  }

  @Override
  public Optional<String> fault() {
    return cluster.fault();
  }

  @Override
  public PassageSource passages() {
    return cluster.passages();
  }

  @Override
  public void close() {
    cluster.close();
  }
}
