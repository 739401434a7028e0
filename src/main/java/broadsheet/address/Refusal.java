package broadsheet.address;

import java.util.List;

/** Ends the handling of a request with a problem. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient List<String> wrong;

  public Refusal(Problem problem) {
    this(problem, List.of());
  }

  /**
   * A problem with parameters.
   *
   * @param wrong their names; the address without them may be asked for
   */
  public Refusal(Problem problem, List<String> wrong) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
    this.wrong = List.copyOf(wrong);
  }

  /** The names of the parameters that are wrong; empty if it is about something else. */
  public List<String> wrong() {
    return wrong;
  }

  public Problem problem() {
    return problem;
  }
}
