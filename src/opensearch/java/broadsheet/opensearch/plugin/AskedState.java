package broadsheet.opensearch.plugin;

import broadsheet.lucene.shard.UpdateState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.index.mapper.Uid;

/**
 * The state of an archive that a question is about. It comes with the question, because nodes hear
 * at different times of an update; for a client that does not say, it is what this node knows.
 *
 * @param update the number of the last update that is shown
 * @param settled the last update whose replaced documents are deleted
 * @param versions the lowest that a copy of each shard may show, by the numbers of the shards;
 *     empty if unknown. A copy that has just been recovered may lack the latest changes although
 *     OpenSearch reports it as up to date.
 */
record AskedState(long update, long settled, List<Long> versions) {

  /** The header of the request, which goes to every shard. */
  static final String HEADER = "Broadsheet-State";

  private static final String GENERATION = "generation";
  private static final String OLDEST = "oldest";
  private static final String SETTLED = "settled";
  private static final String VERSIONS = "versions";

  /**
   * @param header its value; null if there is none
   * @param meta the mapping's {@code _meta}; null if it has none
   */
  static AskedState of(@Nullable String header, @Nullable Map<String, Object> meta) {
    if (header == null || header.isEmpty() || ArchiveFormat.isOfPassages(meta)) {
      return known(meta == null ? Map.of() : meta);
    }
    try {
      List<Long> numbers = Arrays.stream(header.split(" ", -1)).map(Long::valueOf).toList();
      return new AskedState(numbers.get(0), numbers.get(1), numbers.subList(2, numbers.size()));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "“%s” has two numbers of updates and then a version for each shard, not “%s”."
              .formatted(HEADER, header),
          e);
    }
  }

  private static AskedState known(Map<String, Object> meta) {
    List<Long> versions =
        meta.get(VERSIONS) instanceof List<?> all
            ? all.stream().map(each -> ((Number) each).longValue()).toList()
            : List.of();
    long update = number(meta.get(GENERATION), 0);
    return new AskedState(update, number(meta.get(SETTLED), update), versions);
  }

  private static long number(@Nullable Object kept, long otherwise) {
    return kept instanceof Number number ? number.longValue() : otherwise;
  }

  /**
   * The state for a shard of an archive.
   *
   * @param meta the mapping's {@code _meta}; null if it has none
   */
  UpdateState on(@Nullable Map<String, Object> meta) {
    long oldest = meta == null ? 0 : number(meta.get(OLDEST), 0);
    return new UpdateState(update, settled, oldest, Uid::encodeId);
  }

  /**
   * Refuses a copy that does not show the state, so that the question goes to another one.
   *
   * @param shard the number of the shard
   * @param version the version that the copy shows
   */
  void check(int shard, long version) {
    if (shard < versions.size() && version < versions.get(shard)) {
      throw new OpenSearchStatusException(
          "this copy does not show the last update yet", RestStatus.SERVICE_UNAVAILABLE);
    }
  }
}
