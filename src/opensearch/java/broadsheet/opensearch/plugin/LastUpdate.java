package broadsheet.opensearch.plugin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.core.rest.RestStatus;

/**
 * The last complete update of an archive, as the {@code _meta} of its index states it. A copy of a
 * shard that has just been recovered may lack the latest changes although OpenSearch reports it as
 * up to date.
 *
 * @param versions the lowest that a copy of each shard may show, by the numbers of the shards;
 *     empty if unknown
 * @param changes the sequence number of each shard's last change, by the numbers of the shards;
 *     empty if unknown
 */
record LastUpdate(List<?> versions, List<?> changes) {

  private static final String VERSIONS = "versions";
  private static final String CHANGES = "changes";

  /**
   * @param meta the mapping's {@code _meta}; null if it has none
   */
  static LastUpdate of(@Nullable Map<String, Object> meta) {
    return new LastUpdate(list(meta, VERSIONS), list(meta, CHANGES));
  }

  private static List<?> list(@Nullable Map<String, Object> meta, String key) {
    return meta != null && meta.get(key) instanceof List<?> list ? list : List.of();
  }

  /**
   * Refuses a copy that does not show the update, so that the question goes to another one.
   *
   * @param shard the number of the shard
   * @param version the version that the copy shows
   */
  void check(int shard, long version) {
    if (shard < versions.size()
        && versions.get(shard) instanceof Number least
        && version < least.longValue()) {
      throw new OpenSearchStatusException(
          "this copy does not show the last update yet", RestStatus.SERVICE_UNAVAILABLE);
    }
  }

  /**
   * Whether a change of a shard is later: of an update that is under way or was cut off.
   *
   * @param shard its number
   * @param change its sequence number
   */
  boolean isBefore(int shard, long change) {
    return shard < changes.size()
        && changes.get(shard) instanceof Number last
        && change > last.longValue();
  }
}
