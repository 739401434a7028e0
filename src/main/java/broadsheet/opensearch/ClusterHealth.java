package broadsheet.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * The health of a cluster or of one index on it.
 *
 * @param status green when all copies of all shards are there, yellow when one of each is, red when
 *     a shard is missing
 * @param nodes the nodes of the cluster that hold data
 * @param missing copies of shards that are not there, or not yet
 */
public record ClusterHealth(Status status, int nodes, int missing) {

  /** OpenSearch's own names, from best to worst. */
  public enum Status {
    GREEN,
    YELLOW,
    RED
  }

  static ClusterHealth of(JsonNode health) {
    return new ClusterHealth(
        Status.valueOf(health.path("status").asText("red").toUpperCase(Locale.ROOT)),
        health.path("number_of_data_nodes").asInt(),
        health.path("unassigned_shards").asInt() + health.path("initializing_shards").asInt());
  }
}
