package broadsheet.opensearch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the archive in an index says of itself; kept with the index, so that both change at once.
 *
 * @param state of the working copy that was sent, see {@code WorkingCopy.state}
 * @param generation grows with each commit
 * @param description see {@code WorkingCopy.description}
 */
record ArchiveState(String state, long generation, Map<String, String> description) {

  private static final String FORMAT = "format";
  private static final String REBUILD = "rebuild";
  private static final String STATE = "state";
  private static final String GENERATION = "generation";
  private static final String DESCRIPTION = "description";

  /** As it is kept. */
  Map<String, Object> meta(int format) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put(FORMAT, format);
    meta.put(STATE, state);
    meta.put(GENERATION, generation);
    meta.put(DESCRIPTION, description);
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
    return Optional.of(new ArchiveState(state, generation.longValue(), description));
  }
}
