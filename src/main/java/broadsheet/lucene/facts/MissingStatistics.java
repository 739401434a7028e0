package broadsheet.lucene.facts;

/** Ends work that needs statistics of the whole archive which are not known yet. */
public final class MissingStatistics extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingStatistics() {
    super("statistics of the whole archive are missing", null, false, false);
  }
}
