package broadsheet.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Explains a usage error: what is wrong with a command line, and what would be right. */
final class UsageErrors {
  private static final int MOST_ERRORS = 2;

  private UsageErrors() {}

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
    if (first.startsWith("-")) {
      return "Unknown option " + first + "." + guess(e.getSuggestions().stream().findFirst());
    }
    return command.getParent() == null
        ? "No command “" + first + "”." + guess(nearest(first, command.getSubcommands().keySet()))
        : command.getCommandName() + " does not take “" + first + "”.";
  }

  private static String guess(Optional<String> meant) {
    return meant.map(name -> " Did you mean " + name + "?").orElse("");
  }

  /** The command with the fewest differences from this text; empty if there would be many. */
  private static Optional<String> nearest(String typed, Collection<String> commands) {
    return commands.stream()
        .filter(command -> errors(typed, command) <= MOST_ERRORS)
        .min(Comparator.comparingInt(command -> errors(typed, command)));
  }

  /**
   * Letters added, left out, wrong or exchanged with their neighbour.
   *
   * <p>Source: Damerau, "A technique for computer detection and correction of spelling errors",
   * 1964.
   */
  private static int errors(String one, String other) {
    int[][] errors = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          errors[i][j] = i + j;
          continue;
        }
        int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        errors[i][j] =
            Math.min(
                errors[i - 1][j - 1] + wrong, Math.min(errors[i - 1][j], errors[i][j - 1]) + 1);
        boolean areExchanged =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        if (areExchanged) {
          errors[i][j] = Math.min(errors[i][j], errors[i - 2][j - 2] + 1);
        }
      }
    }
    return errors[one.length()][other.length()];
  }

  private static String ofValue(ArgSpec argument, ParameterException e) {
    String takes = argument == null ? "" : takes(argument);
    return takes.isEmpty() || e.getValue() == null
        ? String.valueOf(e.getMessage())
        : "%s takes %s, not “%s”.".formatted(name(argument), takes, e.getValue());
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  /** The values of an argument that is read in its own way are those of its label. */
  private static String takes(ArgSpec argument) {
    boolean isLabel = argument.converters().length > 0 && argument.paramLabel().contains("|");
    return isLabel
        ? SentenceList.or(List.of(argument.paramLabel().split("\\|", -1)))
        : takes(argument.type());
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

  /** Lists words in a sentence. */
  private static final class SentenceList {
    private SentenceList() {}

    /** {@code a}, {@code a or b}, {@code a, b or c}. */
    static String or(List<String> words) {
      int last = words.size() - 1;
      return last < 1
          ? String.join("", words)
          : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
  }
}
