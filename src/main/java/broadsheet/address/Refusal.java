package broadsheet.address;

import java.util.List;

/** An exception that ends the handling of a request, which is answered with its problem. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient List<String> wrong;
  private final transient String query;

  public Refusal(Problem problem) {
    this(problem, List.of());
  }

  /**
   * A problem with parameters.
   *
   * @param wrong their names; the address without them may be asked for
   */
  public Refusal(Problem problem, List<String> wrong) {
    this(problem, wrong, "");
  }

  private Refusal(Problem problem, List<String> wrong, String query) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
    this.wrong = List.copyOf(wrong);
    this.query = query;
  }

  /** A problem with the value of a parameter. */
  public static Refusal of(String name, String takes, String value) {
    return new Refusal(
        Problem.badRequest(
            "%s takes %s, not “%s”.".formatted(name, takes, ParameterReader.shortened(value))),
        List.of());
  }

  /** A problem whose page offers a search for what was wanted. */
  public static Refusal offering(Problem problem, String query) {
    return new Refusal(problem, List.of(), query);
  }

  /** The query to offer; empty if there is none. */
  public String query() {
    return query;
  }

  /** The names of the parameters that are wrong; empty if it is about something else. */
  public List<String> wrong() {
    return wrong;
  }

  public Problem problem() {
    return problem;
  }
}
