package broadsheet.lucene.schema;

import broadsheet.engine.EngineException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a commit says of itself, beside its articles. It stands in Lucene's commit data and so
 * changes together with them.
 *
 * @param version of the format, see {@link #VERSION}
 * @param builtAt when the rebuild was committed
 * @param origins the paths it was built from
 */
public record IndexFormat(int version, Instant builtAt, List<String> origins) {

  /** The format this program writes and reads. */
  public static final int VERSION = 2;

  private static final String VERSION_KEY = "broadsheet.format";
  private static final String BUILT_AT_KEY = "broadsheet.built-at";
  private static final String ORIGINS_KEY = "broadsheet.origins";
  private static final String LINE = "\n";

  public IndexFormat {
    origins = List.copyOf(origins);
  }

  /** As commit data. */
  public Map<String, String> toCommitData() {
    return Map.of(
        VERSION_KEY, Integer.toString(version),
        BUILT_AT_KEY, builtAt.toString(),
        ORIGINS_KEY, String.join(LINE, origins));
  }

  /**
   * Reads it from commit data.
   *
   * @param index the index's folder, for the message
   * @throws EngineException when the index is of another format
   */
  public static IndexFormat of(Map<String, String> commitData, Path index) {
    String version = commitData.getOrDefault(VERSION_KEY, "0");
    if (!version.equals(Integer.toString(VERSION))) {
      throw anotherFormat(index, "version " + version, null);
    }
    return new IndexFormat(
        VERSION,
        Instant.parse(commitData.getOrDefault(BUILT_AT_KEY, Instant.EPOCH.toString())),
        Arrays.stream(commitData.getOrDefault(ORIGINS_KEY, "").split(LINE, -1))
            .filter(origin -> !origin.isEmpty())
            .toList());
  }

  /** The error for an index that this program cannot read though it may be sound. */
  public static EngineException anotherFormat(
      Path index, String found, @org.jspecify.annotations.Nullable Throwable cause) {
    String message =
        "The index in %s has another format (%s; this program reads version %s). Rebuild it: ./broadsheet index PATH --index %s"
            .formatted(index, found, VERSION, index);
    return cause == null ? new EngineException(message) : new EngineException(message, cause);
  }
}
