package broadsheet.cli.common;

/** The exit codes of commands. */
public final class ExitCode {
  public static final int DONE = 0;
  public static final int NOTHING_FOUND = 1;
  public static final int ERROR = 2;

  /** The same code as {@code -XX:+ExitOnOutOfMemoryError}. */
  public static final int OUT_OF_MEMORY = 3;

  private ExitCode() {}
}
