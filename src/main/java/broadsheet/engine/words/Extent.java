package broadsheet.engine.words;

/**
 * The basis of an answer: the articles that were read for it, all that match or a sample.
 *
 * @param read the number of articles that were read
 * @param of the number of articles that match, without the reprints that do not count
 * @param isAll whether those are all that match: no time limit or pattern cut the search itself
 */
public record Extent(long read, long of, boolean isAll) {

  /** Whether every matching article was read, so that the answer is exact. */
  public boolean isExact() {
    return isAll && read == of;
  }
}
