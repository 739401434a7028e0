package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import broadsheet.export.BatchQueries;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many queries on the command line. */
class BatchCommandTest {

  @TempDir private Path folder;
  private Path index;

  @BeforeEach
  void indexArticles() throws IOException {
    index = folder.resolve("index");
    Path corpus =
        Files.writeString(
            folder.resolve("a.jsonl"),
            """
            {"id": "old", "title": "Tide", "text": "A high tide came.", "date": "1987-02-26", "source": "Lantern"}
            {"id": "new", "title": "Tide again", "text": "A tide came.", "date": "2001-05-06", "source": "Lantern", "people": ["Ada Quill"], "organisations": ["Harbour Board"], "places": ["Ellery"]}
            {"id": "none", "title": "Ferry", "text": "A ferry and a tide.", "source": "Courier"}
            """);
    assertThat(run("index", corpus.toString()).exitCode()).isZero();
  }

  private Program.Ended run(String... args) {
    return Program.on(index, args);
  }

  private Path queries(String text) throws IOException {
    return Files.writeString(folder.resolve("queries.txt"), text);
  }

  private static List<Map<String, String>> rows(String csv) throws IOException {
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(csv.replace("\uFEFF", ""))) {
      return rows.readAll();
    }
  }

  @Test
  void eachQueryIsARow() throws IOException {
    Path file = queries("tide\r\n\n\"high tide\nballoon\ntide balloon\n");
    Program.Ended ended = run("batch", file.toString(), "--public-url", "https://news.example/");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("4 queries, 0 broken");
    List<Map<String, String>> rows = rows(ended.out());
    assertThat(rows.get(0))
        .containsEntry("query", "tide")
        .containsEntry("reading", "tide")
        .containsEntry("articles", "3")
        .containsEntry("first", "1987-02-26")
        .containsEntry("last", "2001-05-06")
        .containsEntry("sources", "Lantern (2); Courier (1)")
        .containsEntry("people", "Ada Quill (1)")
        .containsEntry("organisations", "Harbour Board (1)")
        .containsEntry("places", "Ellery (1)")
        .containsEntry("link", "https://news.example/search?q=tide")
        .containsEntry("note", "");
    assertThat(rows.get(1)).containsEntry("articles", "1").containsEntry("reading", "“high tide”");
    assertThat(rows.get(1).get("note")).contains("closed your quote");
    assertThat(rows.get(2)).containsEntry("articles", "0").containsEntry("first", "");
    assertThat(rows.get(3)).as("nothing is relaxed").containsEntry("articles", "0");
  }

  @Test
  void patternThatCannotBeSearchedIsNoted() throws IOException {
    String monster = "*a".repeat(400) + "*";
    Path file = queries("tide AND " + monster + "\ntide -" + monster + "\n");
    List<Map<String, String>> rows = rows(run("batch", file.toString()).out());

    assertThat(rows.get(0))
        .containsEntry("articles", "3")
        .containsEntry("note", "patterns that match too many words were left out");
    assertThat(rows.get(1))
        .containsEntry("articles", "0")
        .containsEntry("note", "patterns match too many words: at least this many articles");
  }

  @Test
  void columnOfATableIsReadAndBrokenLinesAreRows() throws IOException {
    String tooLong = "x".repeat(BatchQueries.LONGEST + 1);
    Path file =
        queries("Nr,Query\n1,\"tide, high\"\n2\n3,\"never closed\n4,\n" + tooLong + "\n5,ferry\n");
    Program.Ended ended = run("batch", file.toString());
    assertThat(ended.err()).contains("6 queries, 4 broken");
    List<Map<String, String>> rows = rows(ended.out());
    assertThat(rows)
        .extracting(row -> row.get("articles"))
        .containsExactly("1", "", "", "", "", "1");
    assertThat(rows.get(0)).containsEntry("query", "tide, high");
    assertThat(rows.get(1)).containsEntry("query", "2");
    assertThat(rows.get(1).get("note")).isEqualTo("no cell for the column query");
    assertThat(rows.get(4).get("note")).isEqualTo("longer than 20000 characters");
    assertThat(rows.get(5)).containsEntry("query", "ferry");
  }

  @Test
  void eachHitIsARow() throws IOException {
    Program.Ended ended = run("batch", queries("tide\nballoon\n").toString(), "--hits", "2");
    List<Map<String, String>> rows = rows(ended.out());
    assertThat(rows).extracting(row -> row.get("query")).containsExactly("tide", "tide", "balloon");
    assertThat(rows).extracting(row -> row.get("rank")).containsExactly("1", "2", "");
    assertThat(rows.get(0).get("link"))
        .isEqualTo("http://127.0.0.1:7070/article/" + rows.get(0).get("id") + "?q=tide");
    assertThat(rows.get(0).get("snippet")).contains("tide");
  }

  /** Spreadsheets read no fractions of a second as a time, and not all articles have a headline. */
  @Test
  void timesAreInWholeSecondsAndArticlesHaveNames() throws IOException {
    Path exact =
        Files.writeString(
            folder.resolve("b.jsonl"),
            """
            {"id": "exact", "text": "An eclipse.", "date": "2001-05-06T07:08:09.123Z"}
            """);
    assertThat(run("index", exact.toString()).exitCode()).isZero();
    String file = queries("eclipse\n").toString();
    assertThat(rows(run("batch", file).out()).getFirst())
        .containsEntry("first", "2001-05-06T07:08:09Z")
        .containsEntry("last", "2001-05-06T07:08:09Z");
    assertThat(rows(run("batch", file, "--hits", "1").out()).getFirst())
        .containsEntry("publishedAt", "2001-05-06T07:08:09Z")
        .containsEntry("title", "An eclipse.");
    assertThat(run("show", "exact").out()).startsWith("An eclipse.\n");
  }

  @Test
  void listsAreNamedAndTheTableIsWrittenToAFile() throws IOException {
    Program.Ended added = run("list", "add", "Story", "old", "new");
    assertThat(added.exitCode()).as(added.err()).isZero();
    Path table = folder.resolve("out.csv");
    Program.Ended ended =
        run("batch", queries("tide list:story\n").toString(), "--out", table.toString());
    assertThat(ended.out()).isEmpty();
    assertThat(rows(Files.readString(table)).getFirst()).containsEntry("articles", "2");
  }

  @Test
  void whatIsWrongIsOneLine() throws IOException {
    run("batch").assertRefused();
    run("batch", folder.resolve("nowhere").toString()).assertRefused();
    run("batch", queries("tide").toString(), "--hits", "101").assertRefused();
    run("batch", queries("tide").toString(), "--time-limit", "0").assertRefused();
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xFF, (byte) 0xFE, 1});
    run("batch", binary.toString()).assertRefused();
    assertThat(run("batch", queries("\n\n").toString()).exitCode())
        .isEqualTo(ExitCode.NOTHING_FOUND);
  }

  @Test
  void labelsOfTopicsAreAColumn() throws IOException {
    Path file = queries("\uFEFF1\ttide\n12a\thigh ferry\n\n3\t\n4 tide\n5\ttide\tmore\n");
    List<Map<String, String>> rows = rows(run("batch", file.toString()).out());
    assertThat(rows).extracting(row -> row.get("label")).containsExactly("1", "12a", "", "", "");
    assertThat(rows.getFirst())
        .containsEntry("query", "tide")
        .containsEntry("reading", "tide")
        .containsEntry("articles", "3");
    assertThat(rows.get(2)).containsEntry("query", "3\t").containsEntry("articles", "");
    assertThat(rows.get(2).get("note")).isEqualTo("no query after the label");
    assertThat(rows.get(3).get("note")).startsWith("not a label, a tab and a query");
    assertThat(rows.get(4).get("note")).startsWith("not a label, a tab and a query");
    List<Map<String, String>> hits = rows(run("batch", file.toString(), "--hits", "2").out());
    assertThat(hits).extracting(row -> row.get("label")).startsWith("1", "1", "12a");
  }

  @Test
  void tablesMayHaveLabelsAndTabs() throws IOException {
    String[] tables = {"label,query\nA,tide\n,ferry\n", "Query\tLabel\ntide\tA\nferry\n"};
    for (String table : tables) {
      List<Map<String, String>> rows = rows(run("batch", queries(table).toString()).out());
      assertThat(rows).extracting(row -> row.get("label")).containsExactly("A", "");
      assertThat(rows).extracting(row -> row.get("query")).containsExactly("tide", "ferry");
    }
  }

  /** Without labels in the first line a number before a tab is none. */
  @Test
  void topicAmongQueriesIsRefusedWithItsLine() throws IOException {
    List<Map<String, String>> rows =
        rows(run("batch", queries("high tide\n2\ttide\n").toString()).out());
    assertThat(rows.getFirst()).containsEntry("articles", "1").doesNotContainKey("label");
    assertThat(rows.getLast()).containsEntry("query", "2\ttide").containsEntry("articles", "");
    assertThat(rows.getLast().get("note")).contains("topics");
  }

  /** One rule for every command that writes a table. */
  @Test
  void byteOrderMarkIsOnlyThereIfAskedFor() throws IOException {
    run("list", "add", "Tides", "old");
    String corrections = folder.resolve("names.csv").toString();
    for (String[] command :
        List.of(
            new String[] {"batch", queries("tide\n").toString()},
            new String[] {"search", "tide", "--csv"},
            new String[] {"words", "tide", "--csv"},
            new String[] {"words", "tide", "--show", "frequencies", "--csv"},
            new String[] {"list", "export", "Tides"},
            new String[] {"name", "export", corrections})) {
      boolean isFile = command[0].equals("name");
      String plain = run(command).out();
      String bare = isFile ? Files.readString(Path.of(corrections)) : plain;
      String[] asked = Stream.concat(Stream.of(command), Stream.of("--bom")).toArray(String[]::new);
      String printed = run(asked).out();
      String marked = isFile ? Files.readString(Path.of(corrections)) : printed;
      assertThat(bare).as(String.join(" ", command)).isNotEmpty().doesNotContain("\uFEFF");
      assertThat(marked).isEqualTo("\uFEFF" + bare);
    }
    String json = run("list", "export", "Tides", "--format", "jsonl", "--bom").out();
    assertThat(json).startsWith("{");
  }

  @Test
  void filtersLimitEveryCommandThatSearches() throws IOException {
    String[] filter = {"--source", "Lantern", "--from", "2000-01-01"};
    Function<String[], Program.Ended> limited =
        command -> run(Stream.of(command, filter).flatMap(Stream::of).toArray(String[]::new));
    assertThat(limited.apply(new String[] {"search", "tide"}).out()).startsWith("1 article ");
    assertThat(limited.apply(new String[] {"words", "tide", "--csv"}).out().lines()).hasSize(3);
    String[] batch = {"batch", queries("tide\n").toString()};
    assertThat(rows(limited.apply(batch).out()).getFirst())
        .containsEntry("articles", "1")
        .containsEntry(
            "link", "http://127.0.0.1:7070/search?q=tide&from=2000-01-01&source=Lantern");
    assertThat(limited.apply(new String[] {"explain", "tide", "new"}).exitCode()).isZero();
    assertThat(limited.apply(new String[] {"explain", "tide", "none"}).exitCode()).isEqualTo(1);
    run("search", "tide", "--year", "soon").assertRefused();
  }

  @Test
  void helpListsTheFieldsOfTheArchive() {
    String help = run("help", "query").out();
    assertThat(help.substring(help.indexOf("Fields of this archive")))
        .contains("source:Lantern", "source:Courier", "person:\"Ada Quill\"", "date:2001-05-06")
        .doesNotContain("quality:", "caption:");
  }

  @Test
  void noneAndTheFirstSayWhatWasLookedAt() throws IOException {
    Files.writeString(folder.resolve("broken.jsonl"), "{\"title\": ");
    run("index", "--update", folder.resolve("broken.jsonl").toString());
    String looked =
        "Looked at 3 articles from 2 sources, 1987-02-26 to 2001-05-06, 1 of them undated;"
            + " 1 file or record of the archive could not be read.";
    assertThat(run("search", "zzz").out()).contains(looked);
    assertThat(run("search", "zzz", "--json").out()).contains(looked);
    assertThat(run("search", "tide", "--sort", "oldest").out()).contains(looked);
    assertThat(run("search", "tide").out()).doesNotContain("Looked at");
    for (String show : List.of("words", "collocates", "frequencies", "ngrams")) {
      assertThat(run("words", "zzz", "--show", show).out()).as(show).contains(looked);
      assertThat(run("words", "zzz", "--show", show, "--json").out()).as(show).contains(looked);
    }
    assertThat(run("search", "zzz", "--source", "Lantern").out())
        .contains("Looked at 2 articles from 1 source, 1987-02-26 to 2001-05-06; 1 file or record");
  }
}
