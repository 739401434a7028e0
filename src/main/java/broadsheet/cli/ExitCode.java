package broadsheet.cli;

/** How a command ended, for scripts. */
final class ExitCode {
  static final int DONE = 0;
  static final int NOTHING_FOUND = 1;
  static final int ERROR = 2;

  private ExitCode() {}
}
