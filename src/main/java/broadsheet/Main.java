package broadsheet;

import broadsheet.cli.BroadsheetCommand;

/** Starts the program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(BroadsheetCommand.run(args));
  }
}
