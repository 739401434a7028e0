package broadsheet.cli.common;

import broadsheet.indexing.Progress;
import java.io.Console;
import java.util.Objects;
import java.util.Optional;

/** Tells whether a person or a program reads the output. */
public final class Terminal {
  private Terminal() {}

  /** Whether standard output is a terminal that shows colours. */
  public static boolean isOutATerminal() {
    return isTerminal() && System.getenv("NO_COLOR") == null;
  }

  /**
   * Chooses how to show progress on standard error: as a bar on a terminal. Java only reports
   * whether the console as a whole is a terminal, which requires that neither input nor output is
   * redirected.
   */
  public static Progress.Display display() {
    return isTerminal() ? Progress.Display.BAR : Progress.Display.LINES;
  }

  /** Asks the person at the terminal; empty if there is none. */
  public static Optional<String> ask(String question) {
    return Optional.ofNullable(System.console())
        .filter(_ -> isTerminal())
        .map(console -> Objects.requireNonNullElse(console.readLine("%s", question), ""));
  }

  private static boolean isTerminal() {
    String kind = System.getenv("TERM");
    boolean isConsole =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return isConsole && kind != null && !kind.equals("dumb");
  }
}
