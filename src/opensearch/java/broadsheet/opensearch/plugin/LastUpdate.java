package broadsheet.opensearch.plugin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.core.rest.RestStatus;

/**
 * The last update of an archive, as the {@code _meta} of its index states it. A copy of a shard
 * that has just been recovered may lack the latest changes although OpenSearch reports it as up to
 * date.
 *
 * @param versions the lowest that a copy of each shard may show, by the numbers of the shards;
 *     empty if unknown
 */
record LastUpdate(List<?> versions) {

  /** The key in {@code _meta}. */
  private static final String KEY = "versions";

  /**
   * @param meta of the mapping; null where it has none
   */
  static LastUpdate of(@Nullable Map<String, Object> meta) {
    return new LastUpdate(
        meta != null && meta.get(KEY) instanceof List<?> versions ? versions : List.of());
  }

  /**
   * Refuses a copy that does not show the update, so that another one is asked.
   *
   * @param shard its number
   * @param version of what the copy shows
   */
  void check(int shard, long version) {
    if (shard < versions.size()
        && versions.get(shard) instanceof Number least
        && version < least.longValue()) {
      throw new OpenSearchStatusException(
          "this copy does not show the last update yet", RestStatus.SERVICE_UNAVAILABLE);
    }
  }
}
