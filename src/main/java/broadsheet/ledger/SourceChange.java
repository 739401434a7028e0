package broadsheet.ledger;

/**
 * What an indexing makes of one source: how many records of it gave an article before, and how many
 * do now. Immutable.
 *
 * @param source its path, see {@link Source#path}
 * @param before records in the index that is updated or replaced
 * @param after records once the indexing is committed
 */
public record SourceChange(String source, long before, long after) {

  private static final int SMALLEST = 20;

  /**
   * Whether so much is lost that the source is more likely to be out of reach (a drive that is not
   * mounted) than emptied on purpose: more than half of at least {@value #SMALLEST} articles.
   */
  public boolean isSuspicious() {
    return before >= SMALLEST && after < before - after;
  }
}
