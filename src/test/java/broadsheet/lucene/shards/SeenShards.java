package broadsheet.lucene.shards;

import broadsheet.lucene.coordinator.ArchiveSource;
import broadsheet.lucene.coordinator.PassageSource;
import broadsheet.lucene.coordinator.ShardedArchive;
import java.util.Optional;

/**
 * One state of an archive in shards of this process, whose answers may be others than theirs.
 *
 * @param fault what the engine is told of searches; empty when they work
 */
record SeenShards(LocalShards shards, ShardedArchive current, Optional<String> fault)
    implements ArchiveSource {

  @Override
  public ShardedArchive after(ShardedArchive gone) {
    return current;
  }

  @Override
  public long generation() {
    return shards.generation();
  }

  @Override
  public PassageSource passages() {
    return shards.passages();
  }

  @Override
  public void close() {}
}
