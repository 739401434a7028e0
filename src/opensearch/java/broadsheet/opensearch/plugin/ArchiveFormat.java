package broadsheet.opensearch.plugin;

import broadsheet.lucene.shard.Shard;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The format number of an index, in the {@code _meta} of its mapping. */
final class ArchiveFormat {

  /** The key in {@code _meta}. */
  private static final String KEY = "format";

  private ArchiveFormat() {}

  /** The key in the {@code _meta} of an index of passages. */
  private static final String PASSAGES = "passages";

  /** Whether an index has one: an archive, its passages, or what readers keep of it. */
  static boolean isStated(@Nullable Map<String, Object> meta) {
    return meta != null && (meta.get(KEY) instanceof Number || isOfPassages(meta));
  }

  /** Whether an index holds passages, which have no states as archives have. */
  static boolean isOfPassages(@Nullable Map<String, Object> meta) {
    return meta != null && meta.get(PASSAGES) instanceof Number;
  }

  /**
   * Refuses an index of another format, whether to read or to write it.
   *
   * @param meta the mapping's {@code _meta}; null if it has none
   * @throws IllegalArgumentException when the format is not this plugin's
   */
  static void check(@Nullable Map<String, Object> meta) {
    boolean isOfPassages = isOfPassages(meta);
    Object format = meta == null ? null : meta.get(isOfPassages ? PASSAGES : KEY);
    int own = isOfPassages ? Shard.PASSAGES : Shard.FORMAT;
    if (!(format instanceof Number number) || number.intValue() != own) {
      throw new IllegalArgumentException(
          "This index has %s; the plugin reads and writes format %s. Rebuild the archive, or install the plugin of the version that built it."
              .formatted(format == null ? "no format" : "format " + format, own));
    }
  }
}
