package broadsheet.lucene.limits;

/**
 * An exception that ends work whose deadline is past and that has no result yet. Without a stack
 * trace.
 */
public final class OutOfTime extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutOfTime() {
    super("the time is up", null, false, false);
  }
}
