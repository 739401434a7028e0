package broadsheet.opensearch;

import com.fasterxml.jackson.databind.JsonNode;

/** The copies of an index's shards, as {@code GET /INDEX/_stats?level=shards} shows them. */
final class ShardCopies {

  private ShardCopies() {}

  /**
   * Whether every copy that can be searched shows every change that any copy has noted. Changes of
   * a shard are numbered; a copy that fetches segments has noted a change before it shows it, and
   * says up to which one it shows all of them.
   */
  static boolean areEven(JsonNode stats) {
    if (stats.path("_shards").path("failed").asInt() > 0) {
      return false;
    }
    for (JsonNode index : stats.path("indices")) {
      for (JsonNode copies : index.path("shards")) {
        if (!areEvenInShard(copies)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean areEvenInShard(JsonNode copies) {
    long noted = Long.MIN_VALUE;
    long shown = Long.MAX_VALUE;
    for (JsonNode copy : copies) {
      JsonNode numbers = copy.path("seq_no");
      if (numbers.isObject()) { // else it is being recovered, and is brought up to date at the end
        noted = Math.max(noted, numbers.path("max_seq_no").asLong());
        shown = Math.min(shown, numbers.path("local_checkpoint").asLong());
      }
    }
    return noted <= shown;
  }
}
