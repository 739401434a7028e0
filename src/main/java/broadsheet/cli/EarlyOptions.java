package broadsheet.cli;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Accepts options before the name of a subcommand, too: {@code alert --index DIR list}. If an
 * option is given in both places, the one after the name counts. Stateless.
 */
final class EarlyOptions {
  private EarlyOptions() {}

  /**
   * Gives the options of each command to its subcommand.
   *
   * @throws ParameterException if the subcommand does not take one
   */
  static void passOn(ParseResult parsed) {
    if (!parsed.hasSubcommand()) {
      return;
    }
    ParseResult sub = parsed.subcommand();
    for (OptionSpec early : parsed.matchedOptionsSet()) {
      if (!early.usageHelp() && !sub.hasMatchedOption(early.longestName())) {
        passOn(early, sub);
      }
    }
    passOn(sub);
  }

  private static void passOn(OptionSpec early, ParseResult sub) {
    OptionSpec same = sub.commandSpec().findOption(early.longestName());
    if (same == null) {
      throw new ParameterException(
          sub.commandSpec().commandLine(),
          "%s does not take %s.".formatted(sub.commandSpec().name(), early.longestName()));
    }
    same.setValue(early.getValue());
  }
}
