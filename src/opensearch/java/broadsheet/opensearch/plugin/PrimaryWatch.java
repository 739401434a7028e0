package broadsheet.opensearch.plugin;

import org.jspecify.annotations.Nullable;
import org.opensearch.cluster.routing.ShardRouting;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.index.mapper.DocumentMapper;
import org.opensearch.index.shard.IndexEventListener;
import org.opensearch.index.shard.IndexShard;
import org.opensearch.threadpool.ThreadPool;

/**
 * Fails a primary of ours that has not taken up its role, so that OpenSearch recovers it from its
 * files. After most nodes were lost, OpenSearch 3.8 may leave a started primary that refuses writes
 * and the recovery of its other copies. Thread-safe.
 */
final class PrimaryWatch implements IndexEventListener {

  /** The longest that a started primary may take to assume its role; milliseconds are usual. */
  private static final TimeValue PATIENCE = TimeValue.timeValueSeconds(10);

  @Override
  public void shardRoutingChanged(
      IndexShard shard, @Nullable ShardRouting before, ShardRouting now) {
    if (now.primary() && now.started() && isOurs(shard)) {
      shard.getThreadPool().schedule(() -> check(shard), PATIENCE, ThreadPool.Names.GENERIC);
    }
  }

  private static boolean isOurs(IndexShard shard) {
    DocumentMapper mapper = shard.mapperService().documentMapper();
    return mapper != null && ArchiveFormat.isStated(mapper.meta());
  }

  private static void check(IndexShard shard) {
    ShardRouting now = shard.routingEntry();
    if (now.primary() && now.started() && !shard.isPrimaryMode()) {
      String reason = "started as primary %s ago, but not in primary mode".formatted(PATIENCE);
      shard.failShard(reason, new IllegalStateException(reason));
    }
  }
}
