package broadsheet.corpus;

/**
 * What a corpus comes to before it is read. Immutable.
 *
 * @param files every file that will be looked into, articles or not
 * @param bytes their size on disk, compressed where they are compressed
 */
public record CorpusSize(long files, long bytes) {

  /** That of an empty corpus. */
  public static final CorpusSize NOTHING = new CorpusSize(0, 0);

  /** This and another together. */
  public CorpusSize and(CorpusSize other) {
    return new CorpusSize(files + other.files, bytes + other.bytes);
  }
}
