package broadsheet.opensearch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the archive in an index says of itself; kept with the index, so that both change at once.
 *
 * @param state of the working copy that was sent, see {@code WorkingCopy.state}
 * @param generation grows with each commit
 * @param description see {@code WorkingCopy.description}
 * @param versions the lowest that a copy of each shard may show, by the numbers of the shards;
 *     empty if unknown; the plugin reads them
 */
record ArchiveState(
    String state, long generation, Map<String, String> description, List<Long> versions) {

  private static final String FORMAT = "format";
  private static final String REBUILD = "rebuild";
  private static final String STATE = "state";
  private static final String GENERATION = "generation";
  private static final String DESCRIPTION = "description";
  private static final String VERSIONS = "versions";

  /** As it is kept. */
  Map<String, Object> meta(int format) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put(FORMAT, format);
    meta.put(STATE, state);
    meta.put(GENERATION, generation);
    meta.put(DESCRIPTION, description);
    meta.put(VERSIONS, versions);
    return meta;
  }

  /** What an index says before all was sent; told apart from that of any other rebuild. */
  static Map<String, Object> unfinished(int format) {
    return Map.of(FORMAT, format, REBUILD, UUID.randomUUID().toString());
  }

  /** Reads what is kept; empty where the index is not finished. */
  static Optional<ArchiveState> of(Map<String, Object> meta) {
    if (!(meta.get(STATE) instanceof String state)
        || !(meta.get(GENERATION) instanceof Number generation)
        || !(meta.get(DESCRIPTION) instanceof Map<?, ?> kept)) {
      return Optional.empty();
    }
    Map<String, String> description = new LinkedHashMap<>();
    kept.forEach((name, value) -> description.put(String.valueOf(name), String.valueOf(value)));
    return Optional.of(
        new ArchiveState(state, generation.longValue(), description, versions(meta.get(VERSIONS))));
  }

  private static List<Long> versions(@Nullable Object kept) {
    return kept instanceof List<?> versions
        ? versions.stream()
            .filter(Number.class::isInstance)
            .map(version -> ((Number) version).longValue())
            .toList()
        : List.of();
  }
}
