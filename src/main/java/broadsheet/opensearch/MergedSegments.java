package broadsheet.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/**
 * The number of segments that the shards of a rebuild are force-merged into: few, since a search
 * does everything once for each. A single one in a large shard would take one thread hours and the
 * size of the shard once more on the disk, and would be too large for later merges.
 */
final class MergedSegments {

  /** The largest segment of a usual merge, in OpenSearch and in Lucene, in bytes. */
  private static final long LARGEST = 5L << 30;

  private MergedSegments() {}

  /**
   * The most segments of a shard, 1 or more.
   *
   * @param stats the sizes of an index's shards, from {@code _stats/store?level=shards}
   */
  static long most(JsonNode stats) {
    long largest =
        StreamSupport.stream(stats.path("indices").spliterator(), false)
            .flatMap(index -> index.findValues("size_in_bytes").stream())
            .mapToLong(JsonNode::asLong)
            .max()
            .orElse(0);
    return Math.max(1, Math.ceilDiv(largest, LARGEST));
  }
}
