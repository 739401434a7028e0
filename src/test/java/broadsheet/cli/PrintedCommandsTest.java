package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.cli.common.ExitCode;
import broadsheet.desk.Desks;
import broadsheet.engine.Engines;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Commands that messages advise to run: each runs as it is printed, on the archive it is about. */
class PrintedCommandsTest {

  /** A printed command, to the end of its line, or of the brackets that it is in. */
  private static final Pattern PRINTED = Pattern.compile("\\./broadsheet ([^\\n)]+)");

  /** A word as a shell reads it. */
  private static final Pattern WORD = Pattern.compile("(?:'(?:[^']|'\\\\'')*'|[^' ])+");

  /** A command in the text of the program, with its flags. */
  private static final Pattern WRITTEN = Pattern.compile("\\./broadsheet ([a-z]+)([^.;%)]*)");

  private static final Pattern FLAG = Pattern.compile("--[a-z-]+");

  @TempDir private Path folder;
  private Path index = Path.of("");
  private Path articles = Path.of("");

  @BeforeEach
  void writeArticles() throws IOException {
    index = folder.resolve("the reader's index");
    articles = Files.createDirectory(folder.resolve("old news"));
    write(articles, "pier");
  }

  private static void write(Path where, String name) throws IOException {
    Files.writeString(where.resolve(name + ".txt"), "A " + name + " reopens\n\nIt did today.\n");
  }

  private Program.Ended run(String... args) {
    return Program.on(index, args);
  }

  private void build() {
    assertThat(run("index", articles.toString()).exitCode()).isEqualTo(ExitCode.DONE);
  }

  /** The commands that a command prints, by what stands before each on its line. */
  private static List<List<String>> printed(Program.Ended ended) {
    return PRINTED
        .matcher(ended.out() + ended.err())
        .results()
        .map(found -> words(found.group(1)))
        .toList();
  }

  private static List<String> words(String typed) {
    return WORD.matcher(typed)
        .results()
        .map(MatchResult::group)
        .map(word -> word.replace("'\\''", "\0").replace("'", "").replace("\0", "'"))
        .toList();
  }

  /** The only command that a command prints, with what the reader fills in. */
  private String[] filled(Program.Ended ended) {
    List<List<String>> all = printed(ended);
    assertThat(all).as(ended.out() + ended.err()).hasSize(1);
    return filled(all.getFirst());
  }

  private String[] filled(List<String> command) {
    Map<String, String> values =
        Map.of(
            "PATH",
            articles.toString(),
            "ID",
            "pier",
            "KIND",
            "person",
            "NAME",
            "Ada",
            "RIGHT_NAME",
            "Ada Bo");
    return command.stream().map(word -> values.getOrDefault(word, word)).toArray(String[]::new);
  }

  private void assertRuns(Program.Ended advising) {
    String[] command = filled(advising);
    assertThat(command).contains("--index", index.toString());
    Program.Ended ended = Program.within(command);
    assertThat(ended.exitCode()).as(ended.err()).isNotEqualTo(ExitCode.ERROR);
  }

  @Test
  void missingIndexIsBuilt() {
    for (String[] lacking :
        List.of(
            new String[] {"search", "pier"},
            new String[] {"index"},
            new String[] {"index", "--update", articles.toString()},
            new String[] {"alert", "add", "pier"})) {
      Program.Ended ended = run(lacking);
      ended.assertRefused();
      assertThat(filled(ended))
          .containsExactly("index", articles.toString(), "--index", index.toString());
    }
    assertRuns(run("search", "pier"));
    assertThat(run("search", "pier").out()).startsWith("1 article");
  }

  @Test
  void serverBuildsAMissingIndex() {
    assertThat(filled(run("serve")))
        .containsExactly("serve", articles.toString(), "--index", index.toString());
  }

  @Test
  void backupIsPutBackAndLookedInto() throws IOException {
    build();
    Path backup = folder.resolve("copy of it");
    List<List<String>> all = printed(run("backup", backup.toString()));
    assertThat(all).extracting(List::getFirst).containsExactly("restore", "serve");
    write(articles, "quay");
    assertThat(run("index", "--update").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(Program.within(filled(all.getFirst())).exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run("search", "reopens").out()).startsWith("1 article");
    assertThat(all.getLast().getLast()).isEqualTo(backup.resolve("index").toString());
    assertThat(Engines.open(backup.resolve("index")).hasIndex()).isTrue();
  }

  @Test
  void refusedRestoreSaysHowToReplace() {
    build();
    String backup = folder.resolve("backup").toString();
    run("backup", backup);
    assertRuns(run("restore", backup));
  }

  @Test
  void restoreNamesOnlyWhatItMovedAside() throws IOException {
    build();
    String backup = folder.resolve("backup").toString();
    run("backup", backup);
    assertThat(Desks.open(index).folder()).get().satisfies(desk -> assertThat(desk).doesNotExist());
    String restored = run("restore", backup, "--replace").out();
    assertThat(restored).contains("The previous index is in ").doesNotContain(".desk");
    run("list", "add", "Docks", "pier");
    assertThat(run("restore", backup, "--replace").out())
        .contains("The previous index is in ", "What readers kept is in ");
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(PathName::of)).anyMatch(name -> name.matches(".*\\.replaced-.*\\.desk"));
    }
  }

  @Test
  void emptyListsAndCorrectionsAreBegun() {
    build();
    assertRuns(run("list"));
    assertRuns(run("list", "show", "nothing"));
    assertThat(Desks.open(index).lists().all("")).hasSize(1);
    String[] ofUser = filled(run("list", "--user", "Ada B"));
    assertThat(Program.within(ofUser).exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(Desks.open(index).lists().all("Ada B")).hasSize(1);
    assertRuns(run("name"));
    assertRuns(run("name", "undo", "9"));
  }

  @Test
  void savedSearchIsServedFromItsArchive() {
    build();
    assertThat(filled(run("alert", "add", "pier")))
        .containsExactly("serve", "--index", index.toString());
  }

  @Test
  void whatCouldNotBeReadIsListed() throws IOException {
    Files.write(articles.resolve("broken.json"), new byte[] {'{', '"', 'a'});
    assertRuns(run("index", articles.toString()));
  }

  @Test
  void missingSourceIsForgotten() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other's news"));
    write(other, "quay");
    assertThat(run("index", articles.toString(), other.toString()).exitCode())
        .isEqualTo(ExitCode.DONE);
    Files.delete(other.resolve("quay.txt"));
    Files.delete(other);
    Program.Ended rebuild = run("index");
    rebuild.assertRefused();
    assertThat(filled(rebuild))
        .containsExactly("index", articles.toString(), "--index", index.toString());
    assertRuns(run("index", "--update"));
    assertThat(run("search", "reopens").out()).startsWith("1 article");
  }

  @Test
  void partsAreReadAndJoined() {
    assertThat(filled(run("index", "--join")))
        .containsExactly(
            "index", articles.toString(), "--part", "1/4", "--index", index.toString());
    run("index", articles.toString(), "--part", "1/2");
    assertRuns(run("index", articles.toString(), "--part", "2/2"));
    assertThat(run("search", "pier").out()).startsWith("1 article");
  }

  @Test
  void namesThatAreDecidedAreFoundFirst() {
    build();
    assertRuns(run("index", "--names=decide"));
  }

  @Test
  void namesOptionTakesNoPath() throws IOException {
    Program.Ended ended = run("index", "--names", articles.toString());
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
    assertThat(Engines.open(index).findsNames()).isTrue();
    assertThat(run("index", "--update", "--names=OFF").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(Engines.open(index).findsNames()).isFalse();
    Program.Ended wrong = run("index", "--names=none");
    wrong.assertRefused();
    assertThat(wrong.err()).startsWith("--names takes find, decide or off, not “none”");
  }

  @Test
  void readmeAndCommandSayWhatMeaningNeeds() throws IOException {
    build();
    Program.Ended ended = run("index", "--update", "--semantic");
    assumeTrue(
        ended.exitCode() == ExitCode.ERROR, "with the module for meaning, nothing is lacking");
    ended.assertRefused();
    Matcher file = Pattern.compile("broadsheet-[\\w.-]+-meaning-en\\.zip").matcher(ended.err());
    assertThat(file.find()).as(ended.err()).isTrue();
    assertThat(Files.readString(Path.of("README.md"))).contains("`" + file.group() + "`");
  }

  /** Also for messages that no test here brings about: commands and flags that exist. */
  @Test
  void everyCommandInTheProgramsTextExists() throws IOException {
    Map<String, String> wrong = new LinkedHashMap<>();
    List<Path> sources;
    try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
      sources = all.filter(file -> file.toString().endsWith(".java")).toList();
    }
    int found = 0;
    for (Path file : sources) {
      String text = Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "");
      for (MatchResult each : WRITTEN.matcher(text).results().toList()) {
        found++;
        unknown(each.group(1), each.group(2)).forEach(what -> wrong.put(file + ": " + what, ""));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(found).isGreaterThan(20);
  }

  private static List<String> unknown(String name, String rest) {
    CommandLine command = BroadsheetCommand.commandLine().getSubcommands().get(name);
    if (command == null) {
      return List.of(name);
    }
    CommandLine asked = command.getSubcommands().getOrDefault(first(rest), command);
    List<String> unknown = new ArrayList<>();
    FLAG.matcher(rest.split("\"", 2)[0])
        .results()
        .map(MatchResult::group)
        .filter(flag -> asked.getCommandSpec().findOption(flag) == null)
        .forEach(unknown::add);
    return unknown;
  }

  private static String first(String rest) {
    return rest.strip().split("[ \"]", 2)[0];
  }
}
