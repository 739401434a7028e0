package broadsheet.lucene.statistics;

/** Aborts work that needs global statistics which are not gathered yet. */
public final class MissingStatistics extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingStatistics() {
    super("statistics of the whole archive are missing", null, false, false);
  }
}
