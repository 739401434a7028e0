package broadsheet.opensearch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The description of the archive in an index. It is stored in the index, so that both change
 * together: an update is shown by storing the next one.
 *
 * @param state the state of the working copy that was sent, see {@code WorkingCopy.state}
 * @param generation grows with each commit; the number of the update that it shows
 * @param description see {@code WorkingCopy.description}
 * @param settled the last update whose replaced documents are deleted
 * @param versions the lowest version that a copy of each shard may show, by the numbers of the
 *     shards; empty if unknown
 */
record ArchiveState(
    String state,
    long generation,
    Map<String, String> description,
    long settled,
    List<Long> versions) {

  private static final String FORMAT = "format";
  private static final String REBUILD = "rebuild";
  private static final String STATE = "state";
  private static final String GENERATION = "generation";
  private static final String DESCRIPTION = "description";
  private static final String SETTLED = "settled";
  private static final String VERSIONS = "versions";

  /** Returns the stored form. */
  Map<String, Object> meta(int format) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put(FORMAT, format);
    meta.put(STATE, state);
    meta.put(GENERATION, generation);
    meta.put(DESCRIPTION, description);
    meta.put(SETTLED, settled);
    meta.put(VERSIONS, versions);
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
    long number = generation.longValue();
    long settled = meta.get(SETTLED) instanceof Number last ? last.longValue() : number;
    return Optional.of(
        new ArchiveState(state, number, description, settled, numbers(meta.get(VERSIONS))));
  }

  private static List<Long> numbers(@Nullable Object kept) {
    return kept instanceof List<?> numbers
        ? numbers.stream()
            .filter(Number.class::isInstance)
            .map(number -> ((Number) number).longValue())
            .toList()
        : List.of();
  }

  /** Whether the documents that its update replaced are deleted. */
  boolean isSettled() {
    return settled == generation;
  }

  /** The same once they are. */
  ArchiveState settled(List<Long> shown) {
    return new ArchiveState(state, generation, description, generation, shown);
  }

  /** Whether another one describes the same articles. */
  boolean shows(ArchiveState other) {
    return generation == other.generation && state.equals(other.state);
  }

  /** The state as questions name it: the numbers of two updates, then the versions. */
  String asked() {
    return Stream.concat(Stream.of(generation, settled), versions.stream())
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }
}
