package broadsheet.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A query as it is typed on the command line. */
final class TypedQuery {
  private TypedQuery() {}

  /**
   * The words in their order.
   *
   * @throws ParameterException when one of them looks like an option that there is not: one minus
   *     is the query language's, two are an option's, unless {@code --} stood before
   */
  static String of(List<String> words, CommandSpec command) {
    List<String> given = command.commandLine().getParseResult().originalArgs();
    int end = given.indexOf("--");
    for (String part : words) {
      if (part.matches("--\\w.*") && (end < 0 || given.indexOf(part) < end)) {
        throw new ParameterException(
            command.commandLine(),
            "Unknown option " + part + "; a query that has it goes after --");
      }
    }
    return String.join(" ", words);
  }
}
