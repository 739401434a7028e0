package broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.BroadsheetCommand;
import broadsheet.corpus.Corpus;
import broadsheet.query.QueryField;
import broadsheet.query.QueryForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a reader can type stands in the documentation. */
class DocumentationTest {

  private static final Path DOCS = Path.of("docs");

  @Test
  void everyCommandHasASection() throws IOException {
    String page = page("command-line.md");
    assertThat(commands().keySet())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(page).contains("\n## `" + name));
  }

  /** Under its own command's heading, or in the section about all commands. */
  @Test
  void everyFlagStandsWithItsCommand() throws IOException {
    String page = page("command-line.md");
    String everywhere = section(page, "Every command");
    assertThat(flags(BroadsheetCommand.commandLine().getCommandSpec()))
        .allSatisfy(flag -> assertThat(everywhere).contains("`" + flag + "`"));
    commands()
        .forEach(
            (name, command) ->
                assertThat(flags(command.getCommandSpec()))
                    .allSatisfy(
                        flag ->
                            assertThat(section(page, "`" + name) + everywhere)
                                .as(name + " " + flag)
                                .containsPattern("`" + Pattern.quote(flag) + "[` =]")));
  }

  @Test
  void everyFormatAndExitCodeIsNamed() throws IOException {
    String page = page("command-line.md");
    assertThat(Corpus.formatNames())
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    assertThat(page).contains("| 0 |", "| 1 |", "| 2 |");
  }

  @Test
  void everyEnvironmentVariableOfTheLauncherIsNamed() throws IOException {
    String launcher = Files.readString(Path.of("broadsheet"));
    List<String> variables =
        Pattern.compile("\\$\\{(BROADSHEET_\\w+)")
            .matcher(launcher)
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    assertThat(variables).isNotEmpty();
    assertThat(everything()).contains(variables);
  }

  @Test
  void everyFieldIsNamed() throws IOException {
    String page = page("query-language.md");
    assertThat(Arrays.stream(QueryField.values()).map(QueryField::label))
        .allSatisfy(label -> assertThat(page).containsPattern("\\| [^|\n]*`" + label + ":?`"));
  }

  /** The table of the documentation is the one that help shows, row by row. */
  @Test
  void everyFormStandsInTheTable() throws IOException {
    String table =
        QueryForm.ALL.stream().map(DocumentationTest::row).collect(Collectors.joining("\n"));
    assertThat(page("query-language.md")).contains("|---|---|---|\n" + table + "\n\n");
  }

  private static String row(QueryForm form) {
    String examples =
        form.examples().stream().map(e -> "`" + e + "`").collect(Collectors.joining(" "));
    return "| "
        + form.syntax().replace("|", "\\|")
        + " | "
        + form.meaning()
        + " | "
        + examples
        + " |";
  }

  private static Map<String, CommandLine> commands() {
    return BroadsheetCommand.commandLine().getSubcommands();
  }

  /** Its own, and those of the commands below it. */
  private static List<String> flags(CommandSpec command) {
    Stream<String> own =
        command.options().stream().filter(option -> !option.hidden()).map(OptionSpec::longestName);
    Stream<CommandSpec> below =
        command.parent() == null
            ? Stream.empty()
            : command.subcommands().values().stream().map(CommandLine::getCommandSpec);
    return Stream.concat(own, below.flatMap(each -> flags(each).stream())).distinct().toList();
  }

  /** From a heading that begins so to the next. */
  private static String section(String page, String heading) {
    int start = page.indexOf("\n## " + heading);
    assertThat(start).as("section " + heading).isNotNegative();
    int end = page.indexOf("\n## ", start + 1);
    return page.substring(start, end < 0 ? page.length() : end);
  }

  private static String page(String name) throws IOException {
    return Files.readString(DOCS.resolve(name));
  }

  /** README and all of docs. */
  private static String everything() throws IOException {
    try (Stream<Path> docs = Files.list(DOCS)) {
      return Stream.concat(Stream.of(Path.of("README.md")), docs)
          .filter(page -> page.toString().endsWith(".md") && Files.exists(page))
          .map(DocumentationTest::read)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
