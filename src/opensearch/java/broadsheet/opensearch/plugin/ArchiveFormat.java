package broadsheet.opensearch.plugin;

import broadsheet.lucene.shard.Shard;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The format number of an index, in the {@code _meta} of its mapping. */
final class ArchiveFormat {

  /** The key in {@code _meta}. */
  private static final String KEY = "format";

  private ArchiveFormat() {}

  /** Whether an index has one: an archive, or what readers keep of one. */
  static boolean isStated(@Nullable Map<String, Object> meta) {
    return meta != null && meta.get(KEY) instanceof Number;
  }

  /**
   * Refuses an index of another format, whether to read or to write it.
   *
   * @param meta the mapping's {@code _meta}; null if it has none
   * @throws IllegalArgumentException when the format is not this plugin's
   */
  static void check(@Nullable Map<String, Object> meta) {
    Object format = meta == null ? null : meta.get(KEY);
    if (!(format instanceof Number number) || number.intValue() != Shard.FORMAT) {
      throw new IllegalArgumentException(
          "This index has %s; the plugin reads and writes format %s. Rebuild the archive, or install the plugin of the version that built it."
              .formatted(format == null ? "no format" : "format " + format, Shard.FORMAT));
    }
  }
}
