package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import java.time.Duration;
import java.util.List;

/**
 * Refreshes and flushes an archive's index, so that its latest changes can be found on all copies
 * of its shards. A copy is given the files of the primary's commits, so there must be a commit.
 */
record LatestChanges(ClusterHttp http, ShardCalls shards, String index) {

  /** Time after which copies that do not show a change are notified again. */
  private static final Duration PUSH = Duration.ofSeconds(2);

  /**
   * Returns once every copy that answers shows all written documents, or the time is up.
   *
   * @return the versions of the primaries, which show them, by the numbers of the shards
   */
  List<Long> show(Duration patience) {
    refreshPrimaries();
    flush(false);
    List<Long> primaries = shards.primaries(index, Cluster.ADMINISTRATION);
    long end = System.nanoTime() + patience.toNanos();
    long pushed = System.nanoTime();
    for (long pause = 20; !isShown(primaries); pause = Math.min(2 * pause, 500)) {
      if (System.nanoTime() > end) {
        return primaries;
      }
      ClusterHttp.pause(Duration.ofMillis(pause));
      if (System.nanoTime() - pushed > PUSH.toNanos()) { // a copy may have missed the news
        flush(true);
        pushed = System.nanoTime();
      }
    }
    return primaries;
  }

  private boolean isShown(List<Long> primaries) {
    return shards.replicas(index, Cluster.ADMINISTRATION).entrySet().stream()
        .allMatch(copy -> copy.getValue() >= primaries.get(copy.getKey()));
  }

  private void refreshPrimaries() {
    Reply reply =
        http.send(
            left -> Call.post("/" + index + "/_refresh"),
            each -> each.isSuccess() ? each.failedShards() == 0 : !each.isWorthRetrying(),
            Cluster.ADMINISTRATION);
    if (reply.orThrow().failedShards() > 0) {
      throw new EngineException("Not all parts of the archive show their last changes: " + index);
    }
  }

  private void flush(boolean isForced) {
    Call call = Call.post("/" + index + "/_flush?force=" + isForced);
    http.send(call, Cluster.ADMINISTRATION).orThrow();
  }
}
