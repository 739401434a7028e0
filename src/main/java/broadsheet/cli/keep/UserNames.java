package broadsheet.cli.keep;

import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.UsageException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Checks the names of users as typed, and reports those for whom nothing is kept. Stateless. */
final class UserNames {
  private UserNames() {}

  /**
   * A name without the space around it, which a header loses as well.
   *
   * @throws UsageException if nothing is left: that would name all users
   */
  static String required(String typed) {
    String name = typed.strip();
    if (name.isEmpty()) {
      throw new UsageException("The name of a user is missing.");
    }
    return name;
  }

  /** Prints that a user has no data, and returns the exit code to end with. */
  static int unknown(String user, Path index, PrintWriter err) {
    err.printf("Nothing is kept for a user “%s” of %s.%n", user, index);
    return ExitCode.NOTHING_FOUND;
  }
}
