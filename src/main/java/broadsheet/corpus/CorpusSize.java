package broadsheet.corpus;

/**
 * What a corpus comes to before it is read. Immutable.
 *
 * @param files every file that will be looked into, articles or not
 * @param bytes their size on disk, compressed where they are compressed
 */
public record CorpusSize(long files, long bytes) {}
