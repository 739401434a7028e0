package broadsheet.cli.common;

/** The exit codes of commands. */
public final class ExitCode {
  public static final int DONE = 0;
  public static final int NOTHING_FOUND = 1;
  public static final int ERROR = 2;

  /** A search finds something else than its receipt says. */
  public static final int DIFFERENT = 1;

  /** A receipt and its search cannot be compared. */
  public static final int NOT_COMPARABLE = 4;

  /** The same code as {@code -XX:+ExitOnOutOfMemoryError}. */
  public static final int OUT_OF_MEMORY = 3;

  private ExitCode() {}
}
