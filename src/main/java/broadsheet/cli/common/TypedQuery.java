package broadsheet.cli.common;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A query typed on the command line. */
public final class TypedQuery {
  private TypedQuery() {}

  /**
   * Joins the words in order.
   *
   * @throws ParameterException if one of them looks like an unknown option: one minus belongs to
   *     the query language, two to an option, unless {@code --} came before
   */
  public static String of(List<String> words, CommandSpec command) {
    List<String> given = command.commandLine().getParseResult().originalArgs();
    int end = given.indexOf("--");
    for (String part : words) {
      if (part.matches("--\\w.*") && (end < 0 || given.indexOf(part) < end)) {
        throw new ParameterException(
            command.commandLine(),
            "Unknown option " + part + ": if it is part of the query, put -- before the query");
      }
    }
    return String.join(" ", words);
  }
}
