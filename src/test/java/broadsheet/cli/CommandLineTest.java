package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.archive.StatsCommand;
import broadsheet.cli.common.ExitCode;
import broadsheet.corpus.office.OfficeSamples;
import broadsheet.export.ArticleTable;
import broadsheet.lucene.IndexBlocks;
import broadsheet.release.Release;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands, over an index of the seed article. */
class CommandLineTest {

  private static final String SEED = "000_16b52361ac664b14";
  private static final String PHRASE = "\"candid, substantial, and fruitful\"";

  @TempDir private static Path folder;

  private static String index() {
    return folder.resolve("index").toString();
  }

  @BeforeAll
  static void indexSeeds() throws IOException {
    Program.Ended ended = run("index", "seeds", "--index", index());
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out())
        .startsWith("indexed 1, unchanged 0, removed 0, duplicate 0, skipped 0, failed 0 in ");
  }

  private static Program.Ended run(String... args) {
    return Program.within(args);
  }

  private static Program.Ended runOnIndex(String... args) {
    return Program.on(Path.of(index()), args);
  }

  @Test
  void versionComesWithItsBuild() {
    assertThat(run("--version").out()).isEqualTo("broadsheet " + Release.current() + "\n");
  }

  /** The class name must match so that one command can be set up without the others. */
  @Test
  void commandIsKnownByItsClass() {
    BroadsheetCommand.commandLine()
        .getSubcommands()
        .forEach(
            (name, command) ->
                assertThat(command.getCommand().getClass().getSimpleName())
                    .isEqualToIgnoringCase(name + "Command"));
    assertThat(run("stats", "--help").out()).startsWith("Usage: broadsheet stats ");
    assertThat(run("stat").err()).startsWith("No command “stat”. Did you mean stats?");
    assertThat(run("serch").err()).startsWith("No command “serch”. Did you mean search?");
    assertThat(run("serach").err()).startsWith("No command “serach”. Did you mean search?");
    assertThat(run("frobnicate").err()).startsWith("No command “frobnicate”. (see");
  }

  @Test
  void phraseIsFoundAndMarkedAsOne() {
    Program.Ended ended = runOnIndex("search", PHRASE);
    assertThat(ended.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out()).startsWith("1 article in ").contains(SEED);
    assertThat(ended.out()).contains("*candid, substantial, and fruitful*");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void wordsNeedNoQuotesAroundThemAll() {
    assertThat(runOnIndex("search", "China's", "balloon").out()).startsWith("1 article in ");
  }

  @Test
  void explainSaysInWordsWhyAnArticleIsFound() throws IOException {
    Program.Ended ended = runOnIndex("explain", "spy", "balloon", SEED);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out())
        .contains("It matches, and is number 1 by relevance.", "spy … balloon")
        .contains("1 of 1 article has it: common.")
        .doesNotContain("score, sum of:");
    assertThat(runOnIndex("explain", "spy", SEED, "--numbers").out())
        .contains("score, sum of:", "idf");
    JsonNode json = new ObjectMapper().readTree(runOnIndex("explain", "spy", SEED, "--json").out());
    assertThat(json.path("fit").asText()).isEqualTo("whole");
    assertThat(json.at("/units/0/share").asDouble()).isEqualTo(1);
  }

  @Test
  void explainSaysWhatAnArticleLacks() {
    Program.Ended ended = runOnIndex("explain", "balloon AND zebra", "-spy", SEED);
    assertThat(ended.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(ended.out())
        .contains("zebra is missing and spy is in it but was excluded", "missing  zebra");
  }

  @Test
  void explainNeedsAnArticleThatThereIs() {
    Program.Ended unknown = runOnIndex("explain", "spy", "nobody");
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(unknown.out()).isEmpty();
    assertThat(unknown.err().lines()).hasSize(1);
    assertThat(unknown.err()).contains("No article “nobody”");
    runOnIndex("explain", "spy").assertRefused();
    assertThat(runOnIndex("explain", "spy").err()).contains("Usage: explain QUERY ID");
    runOnIndex("explain", "spy", SEED, "--mode", "hybrid").assertRefused();
  }

  /** The seed article, with its marks. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "balloon w/s February # spy *balloon* above the US in *February*.",
        "balloon w/10 US # spy *balloon* above the *US* in February.",
        "Taiwan w/p risk # such as *Taiwan*, calling it the “most notable *risk*”",
        "ATLEAST/3 Blinken # *Blinken* engages",
        "\"the highest-level * visit\" # *the highest-level official visit* in five years",
        "China -Tokyo # constructive” discussions in *China*",
        "(\"trade war\" OR semiconductor*) w/p China # *China’s* *semiconductor* industry",
        "date:unknown # Blinken engages"
      })
  void aNewsroomsQueriesFindTheSeed(String query, String shown) {
    Program.Ended ended = runOnIndex("search", query);
    assertThat(ended.out()).startsWith("1 article in ").contains(shown);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "Blinken w/10 Taiwan # 1  Blinken AND Taiwan alone",
        "balloon w/s Pompeo # 1  balloon alone",
        "\"the * in Beijing\" # 1  \"Beijing\" alone"
      })
  void whatTheSeedHasNotIsTakenApart(String query, String counted) {
    Program.Ended ended = runOnIndex("search", query);
    assertThat(ended.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(ended.out()).startsWith("0 articles in ").contains(counted);
  }

  @Test
  void misspeltNameLeadsToItsSpelling() {
    Program.Ended ended = runOnIndex("search", "Blinkin");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(ended.out()).startsWith("0 articles in ").contains("Did you mean: Blinken");
  }

  @Test
  void dateInWordsIsOfferedAsADate(@TempDir Path other) throws IOException {
    Path file = other.resolve("cocoa.jsonl");
    Files.writeString(
        file,
        """
        {"id": "then", "title": "Cocoa falls", "text": "Prices fell again.", "date": "1987-03-12"}
        """);
    String index = other.resolve("index").toString();
    assertThat(run("index", file.toString(), "--index", index).exitCode()).isZero();
    assertThat(run("search", "cocoa March 1987", "--index", index).out())
        .contains("Published in: cocoa date:1987-03");
  }

  @Test
  void chapterOfAHitIsPrinted(@TempDir Path other) throws IOException {
    String text = OfficeSamples.paragraph("", "It rained on the harbour. ".repeat(900));
    String book =
        OfficeSamples.paragraph("Title", "Harbour inquiry")
            + OfficeSamples.paragraph("Heading1", "Dredging")
            + text
            + OfficeSamples.paragraph("Heading1", "Tolls")
            + OfficeSamples.paragraph("", "The ferryman was heard twice.")
            + OfficeSamples.paragraph("Heading1", "Lights");
    Path file = Files.write(other.resolve("book.docx"), OfficeSamples.docx(book, Map.of()));
    String index = other.resolve("index").toString();
    assertThat(run("index", file.toString(), "--index", index).exitCode()).isZero();
    assertThat(run("search", "ferryman", "--index", index).out().lines().toList().get(3))
        .endsWith(" · Tolls");
  }

  @Test
  void nothingFoundIsNoErrorButNotDone() {
    Program.Ended ended = runOnIndex("search", "Odesa");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(ended.out()).startsWith("0 articles in ");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void jsonIsWhatTheContractSays() throws IOException {
    Program.Ended ended = runOnIndex("search", PHRASE, "--json", "-n", "5", "--sort", "newest");
    JsonNode answer = new ObjectMapper().readTree(ended.out());
    assertThat(fields(answer))
        .contains("query", "total", "page", "size", "tookMillis", "hits", "facets", "timeline");
    assertThat(fields(answer.get("query"))).contains("text", "reading", "notes");
    assertThat(answer.at("/query/text").asText()).isEqualTo(PHRASE);
    assertThat(answer.at("/total/value").asInt()).isEqualTo(1);
    assertThat(answer.at("/total/relation").asText()).isEqualTo("eq");
    assertThat(answer.get("size").asInt()).isEqualTo(5);
    assertThat(fields(answer.at("/hits/0")))
        .contains("id", "title", "titleHtml", "snippetsHtml", "publishedAt", "source", "section")
        .contains("author", "url", "language", "score", "similar");
    assertThat(answer.at("/hits/0/id").asText()).isEqualTo(SEED);
    assertThat(answer.at("/hits/0/publishedAt").isNull()).isTrue();
    assertThat(answer.at("/hits/0/snippetsHtml").toString())
        .contains("<mark>candid, substantial, and fruitful</mark>");
    assertThat(ended.out().lines()).hasSize(1);
  }

  private static List<String> fields(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void csvIsATableWithALineAHit() throws IOException {
    Program.Ended ended = runOnIndex("search", PHRASE, "--csv");
    List<Map<String, String>> lines =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .<Map<String, String>>readValues(ended.out())
            .readAll();
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst())
        .containsEntry("id", SEED)
        .containsEntry("publishedAt", "")
        .containsEntry("link", "http://127.0.0.1:7070/article/" + SEED)
        .containsKeys("title", "source", "section", "author", "url", "snippet");
    assertThat(ended.out()).startsWith(String.join(",", ArticleTable.COLUMNS) + ",snippet\r\n");
    assertThat(runOnIndex("search", PHRASE, "--csv", "--public-url", "https://a.example/b").out())
        .contains(",https://a.example/b/article/" + SEED + ",");
  }

  @Test
  void showPrintsTheWholeArticle() {
    Program.Ended ended = runOnIndex("show", SEED);
    assertThat(ended.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out())
        .startsWith("Blinken engages in")
        .contains(
            "Published: unknown",
            "Language:  en (detected)",
            "Related News",
            "tour by a US official");
  }

  @Test
  void showOfAnUnknownIdFindsNothing() {
    Program.Ended ended = runOnIndex("show", "nobody");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).contains("nobody");
  }

  @Test
  void statsTellWhatTheIndexHolds() throws IOException {
    assertThat(runOnIndex("stats").out()).contains("articles      1\n", "undated       1\n");
    JsonNode stats = new ObjectMapper().readTree(runOnIndex("stats", "--json").out());
    assertThat(stats.get("articles").asInt()).isEqualTo(1);
    assertThat(stats.get("undated").asInt()).isEqualTo(1);
    assertThat(stats.get("firstDay").isNull()).isTrue();
    assertThat(stats.get("sizeInBytes").asLong()).isPositive();
    assertThat(stats.get("formatVersion").asInt()).isPositive();
    assertThat(stats.get("builtAt").asText()).startsWith("20");
    assertThat(stats.get("origins").toString()).contains("seeds");
  }

  @Test
  void checkFindsTheIndexSound() {
    Program.Ended ended = runOnIndex("check");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out()).contains("sound", "1 article read back");
  }

  @Test
  void indexSummaryIsAlsoJson() throws IOException {
    Program.Ended ended =
        run("index", "seeds", "--index", folder.resolve("other").toString(), "--json");
    JsonNode summary = new ObjectMapper().readTree(ended.out());
    assertThat(summary.get("indexed").asInt()).isEqualTo(1);
    assertThat(fields(summary))
        .contains("unchanged", "removed", "duplicate", "skipped", "failed", "seconds")
        .contains("articlesPerSecond", "megabytesPerSecond");
  }

  @Test
  void formatGivenIsUsed() {
    String other = folder.resolve("forced").toString();
    Program.Ended none = run("index", "seeds", "--index", other, "--format", "jsonl");
    none.assertRefused();
    assertThat(none.err()).contains("No articles were found in", "the index in");
    Program.Ended unknown = run("index", "seeds", "--index", other, "--format", "papyrus");
    unknown.assertRefused();
    assertThat(unknown.err()).contains("papyrus", "jsonl", "text", "reuters21578");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "papyrus",
        "search x --papyrus",
        "search x -n 0",
        "search x -n 101",
        "search x -n many",
        "search x --page 0",
        "search x --page 100000",
        "search x --sort up",
        "words x --show keywords --by x",
        "search x --json --csv",
        "show",
        "show a b",
        "stats x",
        "check x",
        "index nowhere",
        "serve nowhere --index nowhere",
        "serve --port 99999",
        "serve --port -1",
        "serve --port seventy",
        "search x --index nowhere",
        "show x --index nowhere",
        "stats --index nowhere",
        "check --index nowhere",
        "index seeds --index pom.xml",
        "search x --index pom.xml",
      })
  void mistakeIsToldInOneLine(String line) {
    List<String> args = new ArrayList<>(List.of(line.split(" ", -1)));
    if (!line.contains("--index") && !line.startsWith("papyrus")) {
      args.addAll(List.of("--index", index()));
    }
    Program.Ended ended = run(args.toArray(String[]::new));
    ended.assertRefused(line.startsWith("check") ? ExitCode.COULD_NOT_LOOK : ExitCode.ERROR);
    assertThat(ended.err()).hasSizeGreaterThan(20).doesNotContain("Exception:");
    assertThat(Path.of("nowhere")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search x --sort date | --sort takes relevance, newest, oldest or added, not “date”. (see"
            + " ./",
        "search x --time-limit soon | --time-limit takes a number, not “soon”.",
        "stats x | stats does not take “x”.",
        "index --updat | Unknown option --updat. Did you mean --update?",
      })
  void messageSaysWhatWouldBeRight(String line, String message) {
    Program.Ended ended = run(line.split(" ", -1));
    ended.assertRefused();
    assertThat(ended.err()).startsWith(message);
  }

  @ParameterizedTest
  @CsvSource({
    "1,1 byte",
    "999,999 bytes",
    "1000,1.0 kB",
    "55123456,55.1 MB",
    "999960000,1.0 GB",
    "2000000000,2.0 GB"
  })
  void sizeIsInTheUnitThatSuitsIt(long bytes, String printed) {
    assertThat(StatsCommand.size(bytes)).isEqualTo(printed);
  }

  @Test
  void noCommandShowsTheCommands() {
    Program.Ended ended = run();
    assertThat(ended.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(ended.err()).contains("serve", "index", "search", "show", "stats", "check");
  }

  @Test
  void stackTraceIsShownOnlyWhenAskedFor() {
    run("stats", "--index", "nowhere").assertRefused();
    Program.Ended verbose = run("stats", "--index", "nowhere", "--verbose");
    assertThat(verbose.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(verbose.err().lines().count()).isGreaterThan(3);
    assertThat(verbose.err()).contains("\tat broadsheet.");
  }

  @Test
  void damagedIndexIsNamedWithWhatToDo() throws IOException {
    String damaged = folder.resolve("damaged").toString();
    run("index", "seeds", "--index", damaged);
    Files.writeString(Path.of(damaged, "segments_1"), "garbage");
    for (String command : List.of("search", "stats", "check", "serve --port 0")) {
      List<String> args = new ArrayList<>(List.of(command.split(" ", -1)));
      args.addAll(List.of("--index", damaged));
      Program.Ended ended = run(args.toArray(String[]::new));
      ended.assertRefused();
      assertThat(ended.err()).contains("damaged", "./broadsheet index PATH --index " + damaged);
    }
    assertThat(run("index", "seeds", "--index", damaged).exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run("check", "--index", damaged).exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void damageInTheTextIsFoundByCheck() throws IOException {
    Path damaged = folder.resolve("damaged-text");
    run("index", "seeds", "--index", damaged.toString());
    IndexBlocks.of(damaged, List.of("fdt")).getFirst().damage(new Random(1));
    Program.Ended ended = run("check", "--index", damaged.toString());
    ended.assertRefused();
    assertThat(ended.err()).contains("damaged", "Rebuild it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.05", "-1", "NaN", "4000"})
  void timeLimitOutOfRangeIsSaid(String seconds) {
    for (String command : List.of("search", "serve")) {
      Program.Ended ended = runOnIndex(command, "--time-limit", seconds);
      ended.assertRefused();
      assertThat(ended.err()).contains("--time-limit takes seconds from 0.1 to 3600");
    }
  }

  @Test
  void timeLimitMayHaveDecimals() {
    assertThat(runOnIndex("search", "--time-limit", "2.5", PHRASE).out()).startsWith("1 article ");
  }

  @Test
  void portTakenIsSaidAndWhatToDo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Program.Ended ended = runOnIndex("serve", "--port", "" + taken.getLocalPort());
      ended.assertRefused();
      assertThat(ended.err()).contains("Port " + taken.getLocalPort() + " is in use", "--port 0");
    }
  }

  @Test
  void hostNotOursIsSaid() {
    Program.Ended ended = runOnIndex("serve", "--port", "0", "--host", "192.0.2.1");
    ended.assertRefused();
    assertThat(ended.err()).contains("192.0.2.1");
  }

  @Test
  void strangersAreNotLetJudge() {
    Program.Ended ended =
        runOnIndex("serve", "--port", "0", "--host", "0.0.0.0", "--judge", "none.qrels");
    ended.assertRefused();
    assertThat(ended.err()).contains("--judge", "--user-header");
  }

  @ParameterizedTest
  @CsvSource({
    "--trust-proxy 127.0.0.1,needs --public-url",
    "--public-url http://a.example --user-header X-User,needs --trust-proxy",
    "--public-url http://a.example --trust-proxy a.example,takes an IP address",
    "--public-url http://a.example/path,without a path",
    "--public-url a.example,--public-url takes an address",
    "--public-url http://a.example --trust-proxy ::1 --user-header a:b,name of a request header"
  })
  void flagsOfAProxyNeedEachOther(String flags, String said) {
    String[] arguments = ("serve --port 0 " + flags).split(" ", -1);
    Program.Ended ended = runOnIndex(arguments);
    ended.assertRefused();
    assertThat(ended.err()).contains(said);
  }
}
