package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import broadsheet.desk.Desks;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.query.QueryParser;
import broadsheet.web.ServerSettings;
import broadsheet.web.UserData;
import broadsheet.web.WebServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outcome of everything that was read, on the command line and on the page. */
class LedgerTest {

  private static final String HOSTILE = "{\"title\": \"<script>owned()</script>\" nonsense}\n";

  @TempDir Path folder;

  private Path index = Path.of("");

  @BeforeEach
  void indexGoodAndBad() throws IOException {
    index = folder.resolve("index");
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Files.writeString(corpus.resolve("a.txt"), "One headline\n\nAll about the rain of today.\n");
    Files.createDirectories(corpus.resolve("copies"));
    Files.copy(corpus.resolve("a.txt"), corpus.resolve("copies/b.txt"));
    Files.writeString(
        corpus.resolve("c.jsonl"),
        "{\"title\": \"UserData\", \"text\": \"Yes.\", \"date\": \"5/6/07\"}\n" + HOSTILE);
    Files.writeString(corpus.resolve("LICENSE"), "All rights reserved.");
    Files.writeString(corpus.resolve("empty.txt"), "");
  }

  private record Ran(int exitCode, String out, String err) {}

  private static Ran run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = BroadsheetCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Ran(code, out.toString(), err.toString());
  }

  private Ran index(String... more) {
    String[] args = {"index", folder.resolve("corpus").toString(), "--index", index.toString()};
    return run(
        List.of(List.of(args), List.of(more)).stream()
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  @Test
  void failuresCostAWarningAndWithStrictTheExitCode() {
    Ran lenient = index();
    assertThat(lenient.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(lenient.out())
        .startsWith("indexed 2, unchanged 0, removed 0, duplicate 1, skipped 2");
    assertThat(lenient.err()).contains("warning: 1 could not be read");
    assertThat(index("--strict").exitCode()).isEqualTo(ExitCode.ERROR);
  }

  @Test
  void everyFileAndRecordIsListedAndTheSumsAddUp() throws IOException {
    index();
    Ran ledger = run("ledger", "--index", index.toString());
    assertThat(ledger.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(ledger.out())
        .startsWith("files 5, records 6: articles 2, duplicate 1, skipped 2, failed 1; notes 1")
        .contains("a.txt", "copies/b.txt: the same, in every word", "c.jsonl#2: not JSON")
        .contains("empty.txt: empty file", "LICENSE: notes about a collection", "ambiguous date");
    long records = 0;
    ObjectMapper mapper = new ObjectMapper();
    for (String line :
        run("ledger", "--json", "--index", index.toString()).out().lines().toList()) {
      JsonNode node = mapper.readTree(line);
      records += node.has("file") ? node.path("records").asLong() : 0;
    }
    assertThat(records).isEqualTo(6);
  }

  @Test
  void failedAloneAreListedWhenAsked() {
    index();
    assertThat(run("ledger", "--failed", "--index", index.toString()).out().lines())
        .singleElement()
        .asString()
        .contains("c.jsonl#2: not JSON");
  }

  @Test
  void whereNothingFailedThatIsSaid() {
    run("index", folder.resolve("corpus/copies").toString(), "--index", index.toString());
    assertThat(run("ledger", "--failed", "--index", index.toString()).out())
        .isEqualTo("Nothing failed: every file could be read.\n");
    assertThat(run("ledger", "--failed", "--json", "--index", index.toString()).out()).isEmpty();
  }

  @Test
  void pageShowsTheSameAndRunsNothing() throws Exception {
    index();
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index);
        WebServer server =
            WebServer.start(
                engine,
                text -> QueryParser.parse(text, LocalDate.EPOCH),
                new UserData(Desks.open(index), Optional.empty()),
                ServerSettings.at("127.0.0.1", 0))) {
      JsonNode json = new ObjectMapper().readTree(get(server, "/corpus.json").body());
      assertThat(json.at("/totals/records").asLong()).isEqualTo(6);
      assertThat(json.at("/totals/duplicate").asLong()).isEqualTo(1);
      assertThat(json.at("/show").asText()).isEqualTo("failed");
      assertThat(json.at("/entries/0/place").asText()).endsWith("c.jsonl#2");
      assertThat(json.at("/origins/0/articles").asLong()).isEqualTo(2);
      for (String part : List.of("failed", "skipped", "duplicate", "notes", "files")) {
        HttpResponse<String> page = get(server, "/corpus/files?show=" + part);
        assertThat(page.statusCode()).as(part).isEqualTo(200);
        assertThat(page.body())
            .contains("Ledger")
            .doesNotContain("<script>owned", folder.toString());
        assertThat(get(server, "/corpus.json?show=" + part).body())
            .doesNotContain(folder.toString());
      }
      assertThat(get(server, "/corpus").body())
          .contains("/corpus/files?show=failed", "/corpus/files?show=files")
          .doesNotContain("c.jsonl#2");
      assertThat(get(server, "/corpus/files?show=nothing").statusCode()).isEqualTo(400);
      assertThat(get(server, "/corpus.json?page=0").statusCode()).isEqualTo(400);
    }
  }

  private static HttpResponse<String> get(WebServer server, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create("http://127.0.0.1:" + server.port() + path);
      return client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
