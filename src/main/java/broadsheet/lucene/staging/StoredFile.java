package broadsheet.lucene.staging;

import java.util.Locale;

/**
 * A file of an index, which never changes. Immutable.
 *
 * @param name its name in the folder of the index
 * @param length in bytes
 * @param checksum the CRC-32 that its own footer has
 */
public record StoredFile(String name, long length, long checksum) {

  /** Names this content: letters, digits, underscores, hyphens and dots. */
  public String key() {
    return String.format(Locale.ROOT, "%s-%x-%x", name, length, checksum);
  }

  /** The number of its blocks. */
  public long blocks() {
    return Math.ceilDiv(length, (long) FileStore.BLOCK);
  }
}
