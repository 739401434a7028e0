package broadsheet.lucene.limits;

/**
 * Counts the small steps of long work inside one article, and checks the deadline now and then. Not
 * thread-safe.
 */
public final class Steps {

  /** This many steps take some tens of microseconds. */
  private static final int BETWEEN_LOOKS = 1 << 10;

  private static final int LONG_STEP = 100;

  private final Deadline deadline;
  private int left = BETWEEN_LOOKS;

  /**
   * @param deadline when the work must be done
   */
  public Steps(Deadline deadline) {
    this.deadline = deadline;
  }

  /**
   * Counts one step.
   *
   * @throws OutOfTime when the deadline is past
   */
  public void step() {
    count(1);
  }

  /**
   * Counts a step as expensive as a hundred others, such as opening the postings of a term.
   *
   * @throws OutOfTime when the deadline is past
   */
  public void longStep() {
    count(LONG_STEP);
  }

  private void count(int steps) {
    left -= steps;
    if (left <= 0) {
      left = BETWEEN_LOOKS;
      deadline.require();
    }
  }
}
