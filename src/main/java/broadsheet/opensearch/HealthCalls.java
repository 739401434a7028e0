package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import java.time.Duration;
import java.time.Instant;

/** Calls that ask for the health of an index, and wait until it is good. Thread-safe. */
record HealthCalls(ClusterHttp http) {

  /** Waits until the index is green, at most for that time, and returns its health. */
  ClusterHealth of(String index, Duration patience) {
    String wait = "?wait_for_status=green&timeout=" + patience.toMillis() + "ms";
    Reply reply =
        http.send(
            Call.get("/_cluster/health/" + index + wait),
            Cluster.CHECK.plus(patience.multipliedBy(2)));
    return ClusterHealth.of((reply.status() == 408 ? reply : reply.orThrow()).json());
  }

  /** See {@link Cluster#waitGreen}. */
  void waitGreen(String index, Duration limit) {
    Instant end = Instant.now().plus(limit);
    ClusterHealth health;
    do {
      Duration left = Duration.between(Instant.now(), end);
      health = of(index, left.compareTo(Cluster.CHECK) < 0 ? left : Cluster.CHECK);
      if (health.status() == ClusterHealth.Status.GREEN) {
        return;
      }
    } while (Instant.now().isBefore(end));
    throw new EngineException(
        "%s copies of shards of %s are missing, with %s nodes in the cluster. %s"
            .formatted(health.missing(), index, health.nodes(), whyMissing())
            .strip());
  }

  /** The cluster's own reason for a copy it has no place for; empty when there is no such copy. */
  private String whyMissing() {
    Reply reply = http.send(Call.get("/_cluster/allocation/explain"), Cluster.CHECK);
    return reply.isSuccess() ? reply.json().path("allocate_explanation").asText("") : "";
  }
}
