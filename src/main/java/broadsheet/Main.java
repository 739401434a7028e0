package broadsheet;

import broadsheet.cli.BroadsheetCommand;
import broadsheet.cli.TypedArguments;
import broadsheet.cli.UncaughtHandler;
import broadsheet.files.ProgramFiles;
import java.util.List;

/** Program entry point: runs the command line and exits with its code. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Thread.setDefaultUncaughtExceptionHandler(new UncaughtHandler());
    if (isLong(List.of(args))) {
      Thread.ofPlatform().daemon().name("libraries").start(ProgramFiles::keep);
    }
    System.exit(BroadsheetCommand.run(TypedArguments.of(args)));
  }

  /** Whether a build or an upgrade may replace the program while the command runs. */
  private static boolean isLong(List<String> args) {
    return !args.isEmpty()
        && switch (args.getFirst()) {
          case "serve", "mcp" -> true;
          case "index" -> !args.contains("--update");
          default -> false;
        };
  }
}
