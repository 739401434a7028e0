package broadsheet;

import broadsheet.cli.BroadsheetCommand;
import broadsheet.cli.TypedArguments;
import broadsheet.cli.UncaughtHandler;
import broadsheet.files.ProgramFiles;
import java.util.Set;

/** Starts the program. */
public final class Main {
  /** The commands that run so long that a build or an upgrade may replace the program meanwhile. */
  private static final Set<String> LONG = Set.of("serve", "index", "mcp");

  private Main() {}

  public static void main(String[] args) {
    Thread.setDefaultUncaughtExceptionHandler(new UncaughtHandler());
    if (args.length > 0 && LONG.contains(args[0])) {
      ProgramFiles.keep();
    }
    System.exit(BroadsheetCommand.run(TypedArguments.of(args)));
  }
}
