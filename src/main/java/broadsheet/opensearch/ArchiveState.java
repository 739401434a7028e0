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
 * @param oldest the first state that questions may still name; what it does not show may be deleted
 * @param settled the last update whose replaced documents are deleted
 * @param versions the lowest version that a copy of each shard may show, by the numbers of the
 *     shards; empty if unknown
 */
record ArchiveState(
    String state,
    long generation,
    Map<String, String> description,
    long oldest,
    long settled,
    List<Long> versions) {

  private static final String FORMAT = "format";
  private static final String REBUILD = "rebuild";
  private static final String STATE = "state";
  private static final String GENERATION = "generation";
  private static final String DESCRIPTION = "description";
  private static final String OLDEST = "oldest";
  private static final String SETTLED = "settled";
  private static final String VERSIONS = "versions";

  /** Returns the stored form. */
  Map<String, Object> meta(int format) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put(FORMAT, format);
    meta.put(STATE, state);
    meta.put(GENERATION, generation);
    meta.put(DESCRIPTION, description);
    meta.put(OLDEST, oldest);
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
    return Optional.of(
        new ArchiveState(
            state,
            number,
            description,
            number(meta.get(OLDEST), number),
            number(meta.get(SETTLED), number),
            numbers(meta.get(VERSIONS))));
  }

  private static long number(@Nullable Object kept, long otherwise) {
    return kept instanceof Number number ? number.longValue() : otherwise;
  }

  private static List<Long> numbers(@Nullable Object kept) {
    return kept instanceof List<?> numbers
        ? numbers.stream()
            .filter(Number.class::isInstance)
            .map(number -> ((Number) number).longValue())
            .toList()
        : List.of();
  }

  /** The state of a rebuilt index, which holds no other documents. */
  static ArchiveState alone(
      String state, long generation, Map<String, String> description, List<Long> versions) {
    return new ArchiveState(state, generation, description, generation, generation, versions);
  }

  /** The state after an update of this one. */
  ArchiveState next(String after, Map<String, String> description, List<Long> shown) {
    return new ArchiveState(after, generation + 1, description, oldest, settled, shown);
  }

  /** Whether the documents that its update replaced are deleted. */
  boolean isSettled() {
    return settled == generation;
  }

  /** The same once questions may name no earlier one. */
  ArchiveState only() {
    return new ArchiveState(state, generation, description, generation, settled, versions);
  }

  /** The same once the documents that its update replaced are deleted. */
  ArchiveState settled(List<Long> shown) {
    return alone(state, generation, description, shown);
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
