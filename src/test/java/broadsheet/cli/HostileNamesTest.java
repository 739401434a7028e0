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
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Names of files cannot control the terminal that they are printed on. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "file names have no control characters there")
class HostileNamesTest {
  private static final List<String> NAMES =
      List.of(
          "clear\u001b[2J\u001b]0;owned\u0007",
          "two\nfailed 0: lines",
          "back\rover",
          "tab\tbed",
          "c1\u009b31m",
          "gnp\u202etxt.\u2066exe");

  @TempDir Path folder;

  private final List<String> names = new ArrayList<>();
  private Path index = Path.of("");

  private record Ran(int exitCode, String out, String err) {
    Ran {
      assertHarmless(out);
      assertHarmless(err);
    }
  }

  private static void assertHarmless(String printed) {
    assertThat(printed.chars().filter(c -> c != '\n').mapToObj(c -> (char) c))
        .noneMatch(c -> c < ' ' || (c >= 0x7f && c < 0xa0))
        .noneMatch(c -> (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069'));
    assertThat(printed.lines()).noneMatch(line -> line.startsWith("failed 0: lines"));
  }

  private Ran run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = BroadsheetCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Ran(code, out.toString(), err.toString());
  }

  private Path corpus() {
    return folder.resolve("corpus");
  }

  @BeforeEach
  void write() throws IOException {
    index = folder.resolve("index");
    for (String name : NAMES) {
      try {
        Path inside = Files.createDirectories(corpus().resolve(name));
        Files.writeString(
            inside.resolve(name + ".txt"), "Bridge " + names.size() + "\n\nIt opened.\n");
        Files.writeString(inside.resolve(name + ".json"), "{\"title\": nonsense}");
        Files.writeString(inside.resolve(name + ".md"), "");
        names.add(name);
      } catch (InvalidPathException e) {
        // This locale cannot write it.
      }
    }
    assertThat(names).hasSizeGreaterThan(3);
  }

  private Ran index() {
    return run("index", corpus().toString(), "--index", index.toString());
  }

  @Test
  void whileTheyAreRead() {
    Ran ran = index();
    assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(ran.err()).contains("failed:", "clear\\u001b[2J\\u001b]0;owned\\u0007.json");
  }

  @Test
  void inTheLedger() {
    index();
    assertThat(run("ledger", "--index", index.toString()).out())
        .contains(
            "clear\\u001b[2J", "two\\nfailed 0: lines.txt", "back\\rover.txt", "tab\\tbed.md");
  }

  @Test
  void andJsonHasThemAsTheyAre() throws IOException {
    index();
    List<String> files = new ArrayList<>();
    for (String line :
        run("ledger", "--json", "--index", index.toString()).out().lines().toList()) {
      JsonNode node = new ObjectMapper().readTree(line);
      if (node.has("file")) {
        files.add(node.path("file").asText());
      }
    }
    for (String name : names) {
      assertThat(files).contains(corpus().resolve(name).resolve(name + ".txt").toString());
    }
  }

  @Test
  void inResultsArticlesAndNumbers() {
    index();
    Ran found = run("search", "bridge", "--index", index.toString());
    assertThat(found.exitCode()).isEqualTo(ExitCode.DONE);
    Ran json = run("search", "bridge", "--json", "--index", index.toString());
    assertThat(json.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run("stats", "--index", index.toString()).exitCode()).isEqualTo(ExitCode.DONE);
    for (String line : found.out().lines().toList()) {
      if (line.contains(" · ")) {
        String id = line.strip().split(" · ", -1)[0];
        assertThat(run("show", id, "--index", index.toString()).out()).contains("It opened.");
      }
    }
  }

  @Test
  void inErrors() {
    Path missing = folder.resolve("no\u001b[31mne\nfailed 0: lines");
    Ran ran = run("index", missing.toString(), "--index", index.toString());
    assertThat(ran.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(ran.err()).contains("no\\u001b[31mne\\nfailed 0: lines");
    assertThat(run("search", "--\u001b[31m", "--index", missing.toString()).exitCode())
        .isEqualTo(ExitCode.ERROR);
    assertThat(run("ledger", "--index", missing.toString()).exitCode()).isEqualTo(ExitCode.ERROR);
  }

  @Test
  void onThePage() throws Exception {
    index();
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index);
        WebServer server =
            WebServer.start(
                engine,
                text -> QueryParser.parse(text, LocalDate.EPOCH),
                new UserData(Desks.open(index), Optional.empty()),
                ServerSettings.at("127.0.0.1", 0));
        HttpClient client = HttpClient.newHttpClient()) {
      for (String part : List.of("failed", "skipped", "files")) {
        URI address =
            URI.create("http://127.0.0.1:" + server.port() + "/corpus/files?show=" + part);
        String page =
            client
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        assertHarmless(page);
        assertThat(page).contains("clear\\u001b[2J", "two\\nfailed 0");
      }
    }
  }
}
