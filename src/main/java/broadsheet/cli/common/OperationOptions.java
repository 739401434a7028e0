package broadsheet.cli.common;

import broadsheet.address.ParameterReader;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameter;
import broadsheet.operation.Parameter.Kind;
import broadsheet.operation.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The options of the operations that a command offers, made from their parameters. */
public final class OperationOptions {
  private OperationOptions() {}

  /** Adds its options to a command, and to those below it theirs. */
  public static void addTo(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    parameters(spec).values().forEach(same -> spec.addOption(option(same)));
    command.getSubcommands().values().forEach(OperationOptions::addTo);
  }

  /** The parameters of each option: one, or one for each operation where these differ. */
  private static Map<String, List<Parameter>> parameters(CommandSpec spec) {
    return ArchiveOperation.ofCommand(spec.qualifiedName().replaceFirst("^\\S+ ?", "")).stream()
        .flatMap(operation -> operation.parameters().stream())
        .filter(parameter -> !parameter.option().isEmpty())
        .distinct()
        .collect(Collectors.groupingBy(Parameter::option, LinkedHashMap::new, Collectors.toList()));
  }

  private static OptionSpec option(List<Parameter> same) {
    Parameter first = same.getFirst();
    OptionSpec.Builder option =
        OptionSpec.builder(first.option())
            .description(
                same.stream().map(OperationOptions::sentences).collect(Collectors.joining(" ")));
    if (first.kind() == Kind.SWITCH) {
      return option.type(boolean.class).arity("0").build();
    }
    option.paramLabel(first.kind() == Kind.NUMBER ? "N" : first.label().toUpperCase(Locale.ROOT));
    return first.times() == 1
        ? option.type(String.class).build()
        : option.type(List.class).auxiliaryTypes(String.class).build();
  }

  /** The meaning, the values and the default of a parameter. */
  private static String sentences(Parameter parameter) {
    String values =
        switch (parameter.kind()) {
          case NUMBER -> ": " + parameter.takes();
          case CHOICE ->
              parameter.meaning().contains(parameter.standard()) ? "" : ": " + parameter.takes();
          case TEXT, CURSOR, DAY, YEAR, SWITCH, FILE -> "";
        };
    boolean hasDefault = parameter.kind() != Kind.SWITCH && !parameter.standard().isEmpty();
    String meaning =
        parameter.kind() == Kind.SWITCH
            ? parameter.meaning().replaceFirst("^\\w+: ", "")
            : parameter.meaning();
    return meaning.substring(0, 1).toUpperCase(Locale.ROOT)
        + meaning.substring(1)
        + values
        + (hasDefault ? ". Default: " + parameter.standard() + "." : ".");
  }

  /**
   * Reads a query and the options that were given with it. Options that the reading does not look
   * at, because another table of the same command takes them, must be right as well.
   *
   * @throws ParameterException if any is wrong
   */
  public static <T> T read(CommandSpec spec, String query, Function<ParameterReader, T> reading) {
    List<QueryString.Pair> given = new ArrayList<>();
    given.add(new QueryString.Pair(Parameters.Q.label(), query));
    parameters(spec).values().forEach(same -> values(same.getFirst(), spec).forEach(given::add));
    ParameterReader reader =
        new ParameterReader(
            new QueryString(given),
            parameter -> parameter.option().isEmpty() ? parameter.label() : parameter.option());
    try {
      T read = reading.apply(reader);
      parameters(spec).values().stream()
          .filter(same -> same.stream().noneMatch(reader::isTakenBy))
          .forEach(same -> reader.values(List.of(same.getFirst())));
      reader.refuseComplaints();
      return read;
    } catch (Refusal e) {
      throw new ParameterException(spec.commandLine(), e.problem().detail(), e);
    }
  }

  private static List<QueryString.Pair> values(Parameter parameter, CommandSpec spec) {
    Object value = spec.findOption(parameter.option()).getValue();
    List<String> values =
        switch (value) {
          case null -> List.of();
          case Boolean isGiven -> isGiven ? List.of(parameter.choices().getLast()) : List.of();
          case List<?> all -> all.stream().map(String::valueOf).toList();
          default -> List.of(value.toString());
        };
    return values.stream()
        .map(each -> parameter.kind() == Kind.CHOICE ? each.toLowerCase(Locale.ROOT) : each)
        .map(each -> new QueryString.Pair(parameter.label(), each))
        .toList();
  }
}
