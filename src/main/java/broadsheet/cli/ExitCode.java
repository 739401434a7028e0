package broadsheet.cli;

/** The exit codes of commands. */
final class ExitCode {
  static final int DONE = 0;
  static final int NOTHING_FOUND = 1;
  static final int ERROR = 2;

  /** As of a JVM that is told to end itself then. */
  static final int OUT_OF_MEMORY = 3;

  private ExitCode() {}
}
