package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import java.time.Duration;

/**
 * Makes the latest changes of an archive's index findable on all copies of its shards. A copy is
 * given the files of the primary's commits, so there must be a commit.
 */
record LatestChanges(ClusterHttp http, String index) {

  /** How long copies may take to show what was written: they may have to fetch a merged shard. */
  private static final Duration COPIES = Duration.ofHours(12);

  /** After how long copies that do not show it are told again. */
  private static final Duration PUSH = Duration.ofSeconds(2);

  /**
   * Returns once every copy shows all that was written.
   *
   * @throws EngineException when a copy does not show it within {@link #COPIES}
   */
  void show() {
    long end = System.nanoTime() + COPIES.toNanos();
    refreshPrimaries();
    flush(false);
    long pushed = System.nanoTime();
    for (long pause = 20; !isShown(); pause = Math.min(2 * pause, 500)) {
      if (System.nanoTime() > end) {
        throw new EngineException("Not all copies of the archive show its last changes: " + index);
      }
      ClusterHttp.pause(Duration.ofMillis(pause));
      if (System.nanoTime() - pushed > PUSH.toNanos()) { // a copy may have missed the news
        flush(true);
        pushed = System.nanoTime();
      }
    }
  }

  private void refreshPrimaries() {
    Reply reply =
        http.send(
            left -> Call.post("/" + index + "/_refresh"),
            each -> each.isSuccess() ? failedCopies(each) == 0 : !each.isWorthRetrying(),
            Cluster.ADMINISTRATION);
    if (failedCopies(reply.orThrow()) > 0) {
      throw new EngineException("Not all parts of the archive show their last changes: " + index);
    }
  }

  private static int failedCopies(Reply reply) {
    return reply.json().path("_shards").path("failed").asInt();
  }

  private void flush(boolean isForced) {
    Call call = Call.post("/" + index + "/_flush?force=" + isForced);
    http.send(call, Cluster.ADMINISTRATION).orThrow();
  }

  private boolean isShown() {
    String only = "_shards.failed,indices.*.shards.*.seq_no";
    Call call = Call.get("/" + index + "/_stats/docs?level=shards&filter_path=" + only);
    return ShardCopies.areEven(http.send(call, Cluster.ADMINISTRATION).orThrow().json());
  }
}
