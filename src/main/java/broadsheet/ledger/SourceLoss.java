package broadsheet.ledger;

/**
 * The effect of an indexing on one source, in the number of records that gave an article.
 * Immutable.
 *
 * @param source the path of the source, see {@link Source#path}
 * @param before the records in the index that is updated or replaced
 * @param after the records once the indexing is committed
 */
public record SourceLoss(String source, long before, long after) {

  private static final int SMALLEST = 20;

  /**
   * Whether the loss is so large that the source is more likely out of reach (a drive that is not
   * mounted) than emptied on purpose: more than half of at least {@value #SMALLEST} articles.
   */
  public boolean isSuspicious() {
    return before >= SMALLEST && after < before - after;
  }
}
