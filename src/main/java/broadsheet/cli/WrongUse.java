package broadsheet.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a sentence what is wrong with a command line, and what would be right. */
final class WrongUse {
  private WrongUse() {}

  static String explained(ParameterException e) {
    return switch (e) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched);
      case MissingParameterException missing -> missing.getMessage() + ".";
      default -> ofValue(e.getArgSpec(), e);
    };
  }

  private static String unmatched(UnmatchedArgumentException e) {
    String first = e.getUnmatched().getFirst();
    CommandLine command = e.getCommandLine();
    List<String> similar = e.getSuggestions();
    String guess = similar.isEmpty() ? "" : " Did you mean " + similar.getFirst() + "?";
    if (first.startsWith("-")) {
      return "Unknown option " + first + "." + guess;
    }
    return command.getParent() == null
        ? "No command “" + first + "”." + guess
        : command.getCommandName() + " does not take “" + first + "”.";
  }

  private static String ofValue(ArgSpec argument, ParameterException e) {
    String takes = argument == null ? "" : takes(argument.type());
    return takes.isEmpty() || e.getValue() == null
        ? String.valueOf(e.getMessage())
        : "%s takes %s, not “%s”.".formatted(name(argument), takes, e.getValue());
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String takes(Class<?> type) {
    if (type.isEnum()) {
      return SentenceList.or(
          Arrays.stream(type.getEnumConstants())
              .map(value -> value.toString().toLowerCase(Locale.ROOT))
              .toList());
    }
    return type == int.class || type == long.class
        ? "a whole number"
        : type == double.class ? "a number" : "";
  }
}
