package broadsheet.engine.words;

/**
 * The articles that an answer was made from.
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
