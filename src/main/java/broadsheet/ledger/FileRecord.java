package broadsheet.ledger;

/**
 * The record kept of a file that was read: enough to tell whether it must be read again, and what
 * came of it. Immutable.
 *
 * @param path absolute, as the system writes it; identifies the file
 * @param location its path below its source, with {@code /} between folders
 * @param readAs the format its source declares; empty when the format was detected
 * @param stamp what the file system says of the file without reading it (size, times, number): the
 *     same stamp means the same content; empty where it cannot be relied on
 * @param digest a cryptographic hash of its bytes; empty where they were not all read
 * @param bytes its size
 * @param articles records of it that gave an article
 * @param skipped records of it, or the file itself, that are not articles
 * @param failed records of it, or the file itself, that could not be read
 * @param remarked remarks on its articles
 * @param companions the state of other files that were read with it, in a form of its reader's;
 *     empty if none were
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
    long remarked,
    String companions) {

  /** The record of a file that was read by itself. */
  public FileRecord(
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
    this(path, location, readAs, stamp, digest, bytes, articles, skipped, failed, remarked, "");
  }

  /** Whether, by both stamps, this file is the other one, unchanged. */
  public boolean hasStampOf(FileRecord other) {
    return isReadAs(other) && !stamp.isEmpty() && stamp.equals(other.stamp);
  }

  /** Whether both files have the same bytes. */
  public boolean hasContentOf(FileRecord other) {
    return isReadAs(other) && !digest.isEmpty() && digest.equals(other.digest);
  }

  /** This record with a new stamp. */
  public FileRecord withStamp(String newStamp) {
    return new FileRecord(
        path,
        location,
        readAs,
        newStamp,
        digest,
        bytes,
        articles,
        skipped,
        failed,
        remarked,
        companions);
  }

  /** This record with at least this many articles. */
  public FileRecord withAtLeast(long fewest) {
    long most = Math.max(articles, fewest);
    return new FileRecord(
        path, location, readAs, stamp, digest, bytes, most, skipped, failed, remarked, companions);
  }

  private boolean isReadAs(FileRecord other) {
    return location.equals(other.location) && readAs.equals(other.readAs);
  }
}
