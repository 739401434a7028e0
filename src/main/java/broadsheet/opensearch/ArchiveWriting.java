package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import broadsheet.engine.WriteLock;
import broadsheet.lucene.coordinator.Shards;
import broadsheet.lucene.staging.WorkingCopy;

/**
 * The right to write an archive: no other process on this machine and no other machine does, until
 * this is closed.
 */
final class ArchiveWriting implements AutoCloseable {

  private final OpenSearchEngine engine;
  private final Cluster cluster;
  private final WriteLock lock;
  private final ArchiveHold hold;

  private ArchiveWriting(OpenSearchEngine engine, Cluster cluster, WriteLock lock) {
    this.engine = engine;
    this.cluster = cluster;
    this.lock = lock;
    SettledFiles files = SettledFiles.of(engine);
    files.create();
    hold = ArchiveHold.take(files.documents(), engine.settling().holder(), ArchiveHold.LEASE);
  }

  /**
   * @throws EngineException when another process or machine is writing it, or the cluster cannot
   *     hold archives of this program
   */
  static ArchiveWriting begin(OpenSearchEngine engine) {
    Cluster cluster = engine.cluster();
    try {
      OpenSearchEngine.check(cluster);
      if (cluster.protocol() < Shards.PROTOCOL) {
        throw new EngineException(
            "Some nodes have the plugin of an earlier release. Archives are searched there, but not"
                + " changed: replace the plugin on all nodes first.");
      }
      return locked(engine, cluster);
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private static ArchiveWriting locked(OpenSearchEngine engine, Cluster cluster) {
    WriteLock lock = engine.settling().lock();
    try {
      return new ArchiveWriting(engine, cluster, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  ClusterTarget target() {
    return new ClusterTarget(
        cluster, engine.location().archive(), WorkingCopy.FORMAT, hold::require);
  }

  @Override
  public void close() {
    try {
      hold.close();
    } finally {
      lock.close();
      cluster.close();
    }
  }
}
