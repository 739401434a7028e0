package broadsheet;

import broadsheet.cli.BroadsheetCommand;
import broadsheet.cli.TypedArguments;
import broadsheet.cli.UncaughtHandler;

/** Starts the program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Thread.setDefaultUncaughtExceptionHandler(new UncaughtHandler());
    System.exit(BroadsheetCommand.run(TypedArguments.of(args)));
  }
}
