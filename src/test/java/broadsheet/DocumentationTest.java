package broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.BroadsheetCommand;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.format.Formats;
import broadsheet.query.QueryField;
import broadsheet.query.QueryForm;
import broadsheet.web.DocumentPictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The documentation names everything a reader can type. The build checks its links. */
class DocumentationTest {

  private static final Path DOCS = Path.of("docs");

  private static final Path MAIN = Path.of("src", "main", "java", "broadsheet");
  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");

  /** Classes of Java, Lucene and JUnit, and a word, that are named as well. */
  private static final Set<String> OTHERS = Set.of("Path", "Weight", "Isolated", "Talks");

  private static final int LONGEST_LINE = 120;
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");
  private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$|`[^`]*`");

  @Test
  void everyCommandHasASection() throws IOException {
    String page = page("command-line.md");
    assertThat(commands().keySet())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(page).contains("\n## `" + name, "\n| [`" + name + "`](#"));
  }

  /** Looks under the command's own heading, or in the section about all commands. */
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
    assertThat(Formats.all(new DateReader(LocalDate.EPOCH)).names())
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

  /** The documentation has the same table as the help, row by row. */
  @Test
  void everyFormStandsInTheTable() throws IOException {
    String table =
        QueryForm.ALL.stream().map(DocumentationTest::row).collect(Collectors.joining("\n"));
    assertThat(page("query-language.md")).contains("|---|---|---|\n" + table + "\n\n");
  }

  @Test
  void rolesArePrintedAsTheyAre() throws IOException {
    assertThat(page("distributed.md")).contains("```yaml\n" + page("roles.yml") + "```\n");
  }

  /** A release has only some of the files of the sources. */
  @Test
  void everyLinkInAReleaseLeadsToAFileInIt() throws IOException {
    List<PathMatcher> released =
        Pattern.compile("SOURCES =\\s+\"([^\"]+)\"")
            .matcher(Files.readString(Path.of("src", "build", "ReleaseFiles.java")))
            .results()
            .flatMap(included -> Stream.of(included.group(1).split(",", -1)))
            .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
            .toList();
    List<Path> pages = pages().stream().filter(page -> isIn(released, page)).toList();
    assertThat(pages).contains(Path.of("README.md"), DOCS.resolve("deploy.md"));
    for (Path page : pages) {
      LINK.matcher(CODE.matcher(read(page)).replaceAll("code"))
          .results()
          .map(link -> link.group(1))
          .filter(file -> !file.isEmpty() && !file.contains(":"))
          .forEach(
              file ->
                  assertThat(isIn(released, page.resolveSibling(file).normalize()))
                      .as(page + " links to " + file)
                      .isTrue());
    }
  }

  private static boolean isIn(List<PathMatcher> released, Path file) {
    return released.stream().anyMatch(pattern -> pattern.matches(file));
  }

  /** Checks lines outside of tables and blocks of code. */
  @Test
  void noLineIsTooLong() throws IOException {
    for (Path page : pages()) {
      boolean isCode = false;
      for (String line : Files.readAllLines(page)) {
        isCode ^= line.strip().startsWith("```");
        if (!isCode && !line.startsWith("|")) {
          assertThat(line.codePointCount(0, line.length()))
              .as(page + ": " + line)
              .isLessThanOrEqualTo(LONGEST_LINE);
        }
      }
    }
  }

  @Test
  void everyDecisionIsListed() throws IOException {
    String list = page("decisions/README.md");
    try (Stream<Path> decisions = Files.list(DOCS.resolve("decisions"))) {
      assertThat(decisions.map(Path::getFileName).filter(name -> !name.endsWith("README.md")))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(list).contains("](" + name + ")"));
    }
  }

  /** The rows of the tables of rooms are the packages, each once. */
  @Test
  void everyPackageIsOneRoom() throws IOException {
    String page = page("architecture.md");
    String rooms = section(page, "Rooms");
    int reading = rooms.indexOf("\n### Reading");
    int searching = rooms.indexOf("\n### Searching");
    int answering = rooms.indexOf("\n### Answering");
    List<String> named =
        Stream.of(
                rooms(rooms.substring(0, reading), ""),
                rooms(rooms.substring(reading, searching), "corpus."),
                rooms(rooms.substring(searching, answering), "lucene."),
                rooms(rooms.substring(answering), "web."))
            .flatMap(List::stream)
            .toList();
    assertThat(named).containsExactlyInAnyOrderElementsOf(packages());
  }

  @Test
  void everyPictureOfAPageIsDrawnByATest() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("docs", "images"))) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".png")))
          .containsExactlyInAnyOrderElementsOf(
              DocumentPictures.HEIGHTS.keySet().stream().map(name -> name + ".png").toList());
    }
  }

  /** Each row names classes of the program and methods in them. */
  @Test
  void everyPlaceOfADecisionIsThere() throws IOException {
    Map<String, Path> classes = classes();
    List<String> rows =
        section(page("architecture.md"), "Where is it decided")
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| behaviour"))
            .toList();
    assertThat(rows).hasSizeGreaterThanOrEqualTo(30);
    for (String row : rows) {
      List<MatchResult> places =
          Pattern.compile("`(\\w+)\\.(\\w+)`").matcher(row).results().toList();
      assertThat(places).as(row).isNotEmpty();
      for (MatchResult place : places) {
        assertThat(classes).as(row).containsKey(place.group(1));
        assertThat(Files.readString(classes.get(place.group(1))))
            .as(row)
            .containsPattern("(?m)^  [\\w<].*[ >]" + place.group(2) + "\\(");
      }
    }
  }

  /** Each class, method and file that readers of the code are sent to is there. */
  @Test
  void everyClassMethodAndPathIsThere() throws IOException {
    Map<String, String> types = types();
    for (Path page : List.of(DOCS.resolve("architecture.md"), Path.of("CONTRIBUTING.md"))) {
      String text = FENCED.matcher(read(page)).replaceAll("");
      List<MatchResult> named =
          Pattern.compile("`@?([A-Z][a-z]\\w*)(?:\\.(\\w+))?(?:\\(\\))?`")
              .matcher(text)
              .results()
              .toList();
      assertThat(named).hasSizeGreaterThan(20);
      for (MatchResult each : named) {
        if (!OTHERS.contains(each.group(1))) {
          assertThat(types.containsKey(each.group(1))).as(each.group() + " in " + page).isTrue();
          if (each.group(2) != null) {
            Pattern member = Pattern.compile("(?m)^ +[\\w<@].*[ >]" + each.group(2) + "\\b");
            assertThat(member.matcher(types.get(each.group(1))).find())
                .as(each.group() + " in " + page)
                .isTrue();
          }
        }
      }
      assertThat(Pattern.compile("`([\\w.-]+(?:/[\\w.-]+)+)`").matcher(text).results())
          .extracting(path -> path.group(1))
          .filteredOn(path -> !path.startsWith("./") && !path.startsWith("target/"))
          .allSatisfy(
              path ->
                  assertThat(
                          Stream.of(
                              Path.of(path),
                              MAIN.resolve(path),
                              Path.of("src/test/java/broadsheet", path + ".java")))
                      .as(path + " in " + page)
                      .anyMatch(Files::exists));
    }
  }

  /** All types by name, nested ones too, with the text of their files. */
  private static Map<String, String> types() throws IOException {
    Pattern type = Pattern.compile("\\b(?:class|record|enum|interface) (\\w+)");
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(DocumentationTest::read)
          .flatMap(
              text -> type.matcher(text).results().map(found -> Map.entry(found.group(1), text)))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, String::concat));
    }
  }

  private static Map<String, Path> classes() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""), Function.identity()));
    }
  }

  /** The names in the first cells of a table; the row of a wing "itself" is in another table. */
  private static List<String> rooms(String table, String wing) {
    return Pattern.compile("(?m)^\\| `([\\w.]+)` \\|")
        .matcher(table)
        .results()
        .map(row -> wing + row.group(1))
        .toList();
  }

  private static List<String> packages() throws IOException {
    List<String> packages = new ArrayList<>();
    for (String part : List.of("main", "semantic", "opensearch")) {
      Path source = Path.of("src", part, "java");
      try (Stream<Path> files = Files.walk(source)) {
        files
            .filter(file -> file.endsWith("package-info.java"))
            .map(file -> source.relativize(file.getParent()).toString().replace('/', '.'))
            .map(name -> name.replaceFirst("^broadsheet\\.", ""))
            .forEach(packages::add);
      }
    }
    return packages;
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

  /** A command's own flags, and those of its subcommands. */
  private static List<String> flags(CommandSpec command) {
    Stream<String> own =
        command.options().stream().filter(option -> !option.hidden()).map(OptionSpec::longestName);
    Stream<CommandSpec> below =
        command.parent() == null
            ? Stream.empty()
            : command.subcommands().values().stream().map(CommandLine::getCommandSpec);
    return Stream.concat(own, below.flatMap(each -> flags(each).stream())).distinct().toList();
  }

  /** The text from a heading with this beginning to the next heading. */
  private static String section(String page, String heading) {
    int start = page.indexOf("\n## " + heading);
    assertThat(start).as("section " + heading).isNotNegative();
    int end = page.indexOf("\n## ", start + 1);
    return page.substring(start, end < 0 ? page.length() : end);
  }

  private static String page(String name) throws IOException {
    return Files.readString(DOCS.resolve(name));
  }

  private static String everything() throws IOException {
    return pages().stream().map(DocumentationTest::read).collect(Collectors.joining("\n"));
  }

  /** The pages at the top, and all of docs. */
  private static List<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> docs = Files.walk(DOCS)) {
      return Stream.concat(top, docs).filter(page -> page.toString().endsWith(".md")).toList();
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
