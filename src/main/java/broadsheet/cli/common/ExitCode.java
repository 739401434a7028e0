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

  /** A check could not look, so what it should check may be sound or not. */
  public static final int COULD_NOT_LOOK = 3;

  /**
   * Out of memory: the same code as {@code -XX:+ExitOnOutOfMemoryError}. It says no more than
   * {@link #COULD_NOT_LOOK}, so a check needs no code of its own for it.
   */
  public static final int OUT_OF_MEMORY = COULD_NOT_LOOK;

  private ExitCode() {}
}
