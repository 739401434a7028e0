package broadsheet.ledger;

/**
 * What is remembered of a file that was read: enough to tell later whether it must be read again,
 * and what came of it. Immutable.
 *
 * @param path absolute, as the system writes it; names the file
 * @param location its path below its source, {@code /} between folders
 * @param readAs the format it was said to be of; empty when that was found by looking into it
 * @param stamp what the system tells of the file without its being read (size, times, number): the
 *     same stamp means the same content; empty where that cannot be relied on
 * @param digest a cryptographic hash of its bytes; empty where they were not all read
 * @param bytes its size
 * @param articles records of it that gave an article
 * @param skipped records of it, or it itself, that are no articles
 * @param failed records of it, or it itself, that could not be read
 * @param remarked remarks on its articles
 */
public record FileRecord(
    String path,
    String location,
    String readAs,
    String stamp,
    String digest,
    long bytes,
    long articles,
    long skipped,
    long failed,
    long remarked) {

  /** Whether, by what the system tells of both, this file is the other, unchanged. */
  public boolean hasStampOf(FileRecord other) {
    return isReadAs(other) && !stamp.isEmpty() && stamp.equals(other.stamp);
  }

  /** Whether this file's bytes are the other's. */
  public boolean hasContentOf(FileRecord other) {
    return isReadAs(other) && !digest.isEmpty() && digest.equals(other.digest);
  }

  /** The same with what the system tells of it now. */
  public FileRecord withStamp(String newStamp) {
    return new FileRecord(
        path, location, readAs, newStamp, digest, bytes, articles, skipped, failed, remarked);
  }

  /** The same with no fewer articles than so many. */
  public FileRecord withAtLeast(long fewest) {
    long most = Math.max(articles, fewest);
    return new FileRecord(
        path, location, readAs, stamp, digest, bytes, most, skipped, failed, remarked);
  }

  private boolean isReadAs(FileRecord other) {
    return location.equals(other.location) && readAs.equals(other.readAs);
  }
}
