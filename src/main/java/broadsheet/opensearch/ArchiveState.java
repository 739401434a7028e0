package broadsheet.opensearch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The description of the archive in an index. It is stored in the index, so that both change
 * together.
 *
 * @param state the state of the working copy that was sent, see {@code WorkingCopy.state}
 * @param generation grows with each commit
 * @param description see {@code WorkingCopy.description}
 * @param shards the progress of each shard when it showed this state, by number; empty if unknown.
 *     The plugin reads it: no copy may show an older version, and later changes belong to an update
 *     that is not complete
 */
record ArchiveState(
    String state, long generation, Map<String, String> description, List<ShardProgress> shards) {

  private static final String FORMAT = "format";
  private static final String REBUILD = "rebuild";
  private static final String STATE = "state";
  private static final String GENERATION = "generation";
  private static final String DESCRIPTION = "description";
  private static final String VERSIONS = "versions";
  private static final String CHANGES = "changes";

  /** Returns the stored form. */
  Map<String, Object> meta(int format) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put(FORMAT, format);
    meta.put(STATE, state);
    meta.put(GENERATION, generation);
    meta.put(DESCRIPTION, description);
    meta.put(VERSIONS, shards.stream().map(ShardProgress::version).toList());
    meta.put(CHANGES, shards.stream().map(ShardProgress::lastChange).toList());
    return meta;
  }

  /** The description of an index that is not complete, unique to each rebuild. */
  static Map<String, Object> unfinished(int format) {
    return Map.of(FORMAT, format, REBUILD, UUID.randomUUID().toString());
  }

  /** Reads the stored form; empty if the index is not complete. */
  static Optional<ArchiveState> of(Map<String, Object> meta) {
    if (!(meta.get(STATE) instanceof String state)
        || !(meta.get(GENERATION) instanceof Number generation)
        || !(meta.get(DESCRIPTION) instanceof Map<?, ?> kept)) {
      return Optional.empty();
    }
    Map<String, String> description = new LinkedHashMap<>();
    kept.forEach((name, value) -> description.put(String.valueOf(name), String.valueOf(value)));
    return Optional.of(new ArchiveState(state, generation.longValue(), description, shards(meta)));
  }

  private static List<ShardProgress> shards(Map<String, Object> meta) {
    List<Long> versions = numbers(meta.get(VERSIONS));
    List<Long> changes = numbers(meta.get(CHANGES));
    return IntStream.range(0, Math.min(versions.size(), changes.size()))
        .mapToObj(shard -> new ShardProgress(versions.get(shard), changes.get(shard)))
        .toList();
  }

  private static List<Long> numbers(@Nullable Object kept) {
    return kept instanceof List<?> numbers
        ? numbers.stream()
            .filter(Number.class::isInstance)
            .map(number -> ((Number) number).longValue())
            .toList()
        : List.of();
  }

  /** Whether a shard has changes of an update that is not complete. */
  boolean isBehind(List<ShardProgress> now) {
    return IntStream.range(0, Math.min(shards.size(), now.size()))
        .anyMatch(shard -> now.get(shard).lastChange() > shards.get(shard).lastChange());
  }
}
