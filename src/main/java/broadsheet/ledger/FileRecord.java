package broadsheet.ledger;

/**
 * The record of a file that was read: enough to decide whether to read it again, and the outcome.
 * Immutable.
 *
 * @param path absolute, as the system writes it; identifies the file
 * @param location its path below its source, with {@code /} between folders
 * @param readAs the format its source declares; empty when the format was detected
 * @param stamp the file system's facts about the file (size, times, number), known without reading
 *     it: the same stamp means the same content; empty if it is unreliable
 * @param digest a cryptographic hash of its bytes; empty if they were not all read
 * @param bytes its size
 * @param articles the number of its records that gave an article
 * @param skipped the number of its records that are not articles; the file itself counts as one
 * @param failed the number of its records that could not be read; the file itself counts as one
 * @param remarked the number of remarks on its articles
 * @param companions the state of its readers and of other files that were read with it, in a form
 *     that the corpus defines; empty if there were none
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

  /** The record of a file that was read alone. */
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
    return withArticles(Math.max(articles, fewest));
  }

  /** This record without some of its articles. */
  public FileRecord without(long some) {
    return withArticles(Math.max(0, articles - some));
  }

  private FileRecord withArticles(long all) {
    return new FileRecord(
        path, location, readAs, stamp, digest, bytes, all, skipped, failed, remarked, companions);
  }

  private boolean isReadAs(FileRecord other) {
    return location.equals(other.location) && readAs.equals(other.readAs);
  }
}
