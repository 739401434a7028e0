package broadsheet.corpus;

/**
 * The size of a corpus before it is read. Immutable.
 *
 * @param files the number of files to open, articles or not
 * @param bytes their size on disk, in compressed form if they are compressed
 */
public record CorpusSize(long files, long bytes) {

  public static final CorpusSize NOTHING = new CorpusSize(0, 0);

  /** The sum of two sizes. */
  public CorpusSize and(CorpusSize other) {
    return new CorpusSize(files + other.files, bytes + other.bytes);
  }
}
