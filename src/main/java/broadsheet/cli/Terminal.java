package broadsheet.cli;

import broadsheet.indexing.Progress;
import java.io.Console;
import java.util.Optional;

/** Whether a person or a program reads what is printed. */
final class Terminal {
  private Terminal() {}

  /** Whether standard output goes to a terminal that shows colours. */
  static boolean isOutATerminal() {
    return isTerminal() && System.getenv("NO_COLOR") == null;
  }

  /**
   * How progress is shown on standard error: a bar on a terminal. The platform tells only whether
   * the console as a whole is one, which is so when neither input nor output is redirected.
   */
  static Progress.Display display() {
    return isTerminal() ? Progress.Display.BAR : Progress.Display.LINES;
  }

  private static boolean isTerminal() {
    String kind = System.getenv("TERM");
    boolean isConsole =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return isConsole && kind != null && !kind.equals("dumb");
  }
}
