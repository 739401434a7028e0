package broadsheet.opensearch.plugin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.cluster.routing.ShardRouting;
import org.opensearch.core.rest.RestStatus;

/**
 * The last update of an archive, as the {@code _meta} of its index states it. A copy of a shard
 * that has just been recovered may still lack changes for which it was too late, and count itself
 * as complete all the same.
 *
 * @param versions what a copy must show at least, by the numbers of the shards; empty if unknown
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
   * Refuses a copy that does not show the update, so that another one is asked. A primary always
   * does.
   *
   * @param version of what it shows
   */
  void check(ShardRouting copy, long version) {
    if (!copy.primary()
        && copy.id() < versions.size()
        && versions.get(copy.id()) instanceof Number least
        && version < least.longValue()) {
      throw new OpenSearchStatusException(
          "this copy does not show the last update yet", RestStatus.SERVICE_UNAVAILABLE);
    }
  }
}
