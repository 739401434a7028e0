package broadsheet.cli;

import broadsheet.cli.common.ExitCode;
import broadsheet.ledger.Printable;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Ends the program when any thread runs out of memory: the state of the other threads is unknown
 * then, and a supervisor can restart the program. The data on disk is safe. Prints anything else
 * that a thread throws.
 */
public final class UncaughtHandler implements Thread.UncaughtExceptionHandler {

  private final PrintStream err = System.err;

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      err.println("Out of memory. Give more, for example BROADSHEET_JAVA_OPTIONS=-Xmx2g.");
      Runtime.getRuntime().halt(ExitCode.OUT_OF_MEMORY);
    }
    err.print("Exception in thread \"" + thread.getName() + "\" ");
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    err.print(Printable.text(trace.toString()));
  }
}
