package broadsheet.cli;

/** Whether a person or a program reads what is printed. */
final class Terminal {
  private Terminal() {}

  /** Whether standard output goes to a terminal that shows colours. */
  static boolean isOutATerminal() {
    return isTerminal() && System.getenv("NO_COLOR") == null;
  }

  /**
   * Whether standard error goes to a terminal. The platform tells only whether the console as a
   * whole is one, which is so when neither input nor output is redirected.
   */
  static boolean isErrATerminal() {
    return isTerminal();
  }

  private static boolean isTerminal() {
    var console = System.console();
    String kind = System.getenv("TERM");
    return console != null && console.isTerminal() && kind != null && !kind.equals("dumb");
  }
}
