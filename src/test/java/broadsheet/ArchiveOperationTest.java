package broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.address.ParameterReader;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.cli.BroadsheetCommand;
import broadsheet.cli.common.OperationOptions;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameter;
import broadsheet.operation.ParameterSchema;
import broadsheet.web.alerts.AlertsHandler;
import broadsheet.web.cite.CiteHandler;
import broadsheet.web.openapi.Operation;
import broadsheet.web.results.SearchHandler;
import broadsheet.web.results.ValuesHandler;
import broadsheet.web.takeaway.ExportHandler;
import broadsheet.web.takeaway.FeedHandler;
import broadsheet.web.trends.TrendsHandler;
import broadsheet.web.why.WhyHandler;
import broadsheet.web.words.LineExport;
import broadsheet.web.words.WordsHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every front end offers the parameters of the table, with their defaults and bounds. */
class ArchiveOperationTest {

  @ParameterizedTest
  @EnumSource
  void addressesTakeItsParameters(ArchiveOperation row) {
    String path = row.frontEnds().path();
    List<Operation> described =
        Stream.of(
                SearchHandler.operations(),
                ValuesHandler.operations(),
                ExportHandler.operations(),
                FeedHandler.operations(),
                CiteHandler.operations(),
                WhyHandler.operations(),
                TrendsHandler.operations(),
                WordsHandler.operations(),
                LineExport.operations(),
                AlertsHandler.operations())
            .flatMap(List::stream)
            .filter(each -> each.path().equals(path))
            .toList();
    assertThat(described.isEmpty()).isEqualTo(path.isEmpty());
    assertThat(described)
        .allSatisfy(each -> assertThat(each.inputs()).containsAll(row.parameters()));
  }

  @ParameterizedTest
  @EnumSource
  void commandsTakeItsOptions(ArchiveOperation row) {
    CommandLine command = BroadsheetCommand.commandLine();
    for (String name : row.frontEnds().command().split(" ", -1)) {
      command =
          name.isEmpty()
              ? command
              : Objects.requireNonNull(command.getSubcommands().get(name), name);
    }
    for (Parameter parameter : row.parameters()) {
      if (!row.frontEnds().command().isEmpty() && !parameter.option().isEmpty()) {
        OptionSpec option = command.getCommandSpec().findOption(parameter.option());
        assertThat(option).as(row + " " + parameter.option()).isNotNull();
        assertThat(option.isMultiValue()).isEqualTo(parameter.times() != 1);
        String help = String.join(" ", option.description());
        if (parameter.kind() != Parameter.Kind.SWITCH && !parameter.standard().isEmpty()) {
          assertThat(help).contains("Default: " + parameter.standard() + ".");
        }
        if (parameter.kind() == Parameter.Kind.NUMBER) {
          assertThat(help).contains(parameter.takes());
        }
        if (parameter.kind() == Parameter.Kind.CHOICE) {
          assertThat(help).contains(parameter.choices());
        }
      }
    }
  }

  private static SearchParameters typed(String... arguments) {
    CommandLine command = BroadsheetCommand.commandLine();
    CommandSpec spec = command.parseArgs(arguments).subcommand().commandSpec();
    return OperationOptions.read(spec, "tide", SearchParameters::of);
  }

  @Test
  void optionsAreReadAsAnAddressIs() {
    String[] line =
        "search -n 20 --sort NEWEST --from 1987-02-01 --source A --source B --reprints tide"
            .split(" ", -1);
    assertThat(typed(line).toQueryString().encoded())
        .isEqualTo("q=tide&size=20&sort=newest&from=1987-02-01&source=A&source=B&duplicates=show");
    assertThat(typed("search", "tide").toQueryString().encoded()).isEqualTo("q=tide");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search x --sort date | --sort takes relevance, newest, oldest or added, not “date”.",
        "search x -n 0 | -n takes a whole number from 1 to 100, not “0”.",
        "search x -n many | -n takes a whole number from 1 to 100, not “many”.",
        "search x -n 100 --page 101 | --page takes at most 100 at -n 100. To go past hit 10000, set"
            + " --after to the “next” value of the page before.",
        "search x --from 1987-02-02 --to 1987-02-01 | --from must not be later than --to:"
            + " 1987-02-02 is after 1987-02-01.",
        "explain x y --year 87 | --year takes four digits such as 1987, not “87”.",
      })
  void wrongOptionsAreRefusedByTheirNames(String line, String message) {
    assertThatThrownBy(() -> typed(line.split(" ", -1)))
        .isInstanceOf(CommandLine.ParameterException.class)
        .hasMessage(message);
  }

  /** That tools have these schemas is shown by {@code AssistantTest}. */
  @ParameterizedTest
  @EnumSource
  void toolsTakeItsArguments(ArchiveOperation row) {
    JsonNode schema =
        new ObjectMapper().valueToTree(ParameterSchema.object(row.arguments(), 4_000, 20));
    assertThat(schema.path("properties")).hasSize(row.arguments().size());
    row.arguments().forEach(each -> assertIs(schema.at("/properties/" + each.label()), each));
  }

  private static void assertIs(JsonNode property, Parameter parameter) {
    JsonNode one = property.has("items") ? property.path("items") : property;
    assertThat(property.has("items")).as(parameter.label()).isEqualTo(parameter.times() != 1);
    assertThat(one.path("default").asText()).isEqualTo(parameter.standard());
    assertThat(property.path("description").asText()).isEqualTo(parameter.meaning());
    if (parameter.kind() == Parameter.Kind.NUMBER) {
      assertThat(one.path("minimum").asInt()).isEqualTo(parameter.least());
      assertThat(one.path("maximum").asInt(Parameter.ANY)).isEqualTo(parameter.most());
    }
    assertThat(one.path("enum")).map(JsonNode::asText).isEqualTo(parameter.choices());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOutOfBoundsIsRefusedInOneWay(ArchiveOperation row) {
    Stream.concat(row.parameters().stream(), row.arguments().stream())
        .forEach(parameter -> wrong(parameter).forEach(value -> assertRefused(parameter, value)));
  }

  private static Stream<String> wrong(Parameter parameter) {
    return switch (parameter.kind()) {
      case NUMBER ->
          Stream.of(
              Integer.toString(parameter.least() - 1), Long.toString(parameter.most() + 1L), "x");
      case CHOICE, SWITCH -> Stream.of("otherwise");
      case TEXT, CURSOR, DAY, YEAR, FILE -> Stream.empty();
    };
  }

  private static void assertRefused(Parameter parameter, String value) {
    ParameterReader reader =
        new ParameterReader(
            new QueryString(List.of(new QueryString.Pair(parameter.label(), value))));
    reader.values(List.of(parameter));
    assertThatThrownBy(reader::refuseComplaints)
        .hasMessage(
            "%s takes %s, not “%s”.".formatted(parameter.label(), parameter.takes(), value));
  }
}
