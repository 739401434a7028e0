package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.BroadsheetCommand;
import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.desk.SavedSearch;
import broadsheet.engine.Engines;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on an archive on a cluster, as two machines give them. */
@OnCluster
class ClusterCommandsIT {

  private static final String ARCHIVE = "commands";

  @TempDir private static Path folder;
  private static String location = "";

  /** One machine indexes, saves a search, keeps a list, and updates the archive. */
  @BeforeAll
  static void useFromOneMachine() throws IOException {
    location = TestCluster.shared().location(ARCHIVE);
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    article(corpus, "old");
    assertThat(run("one", "index", corpus.toString())).isZero();
    assertThat(run("one", "alert", "add", "harbour")).isZero();
    assertThat(run("one", "list", "add", "Harbour story", "old", "--note", "ask")).isZero();
    article(corpus, "new");
    assertThat(run("one", "index", "--update")).isZero();
  }

  private static void article(Path corpus, String name) throws IOException {
    Files.writeString(
        corpus.resolve(name + ".txt"), "Headline of " + name + "\n\nAll about one harbour.\n");
  }

  private static int run(String machine, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--index", folder.resolve(machine).toString(), "--engine", location));
    return BroadsheetCommand.run(all.toArray(String[]::new));
  }

  private static Desk desk(String machine) {
    return Desks.open(Engines.place(folder.resolve(machine), location));
  }

  @Test
  void anotherMachineShowsTheSame() {
    SavedSearch saved = desk("other").searches().all().getFirst();
    assertThat(run("other", "alert", "show", saved.id())).isZero();
    assertThat(run("other", "list", "show", "Harbour story")).isZero();
    assertThat(run("other", "check")).isZero();
    assertThat(entries("other")).extracting(ListEntry::note).containsExactly("ask");
    assertThat(folder.resolve("one/cluster-commands.desk")).doesNotExist();
  }

  private static List<ListEntry> entries(String machine) {
    Desk desk = desk(machine);
    return desk.lists().entries().of(desk.lists().find("", "Harbour story").orElseThrow().id());
  }

  @Test
  void backupIsRefused() throws IOException {
    Path backup = folder.resolve("backup");
    assertThat(run("one", "backup", backup.toString())).isEqualTo(2);
    assertThat(backup).doesNotExist();
  }

  @Test
  void assistantSearchesTheArchiveAndItsLists() throws IOException, InterruptedException {
    Path questions = folder.resolve("questions");
    Files.writeString(
        questions,
        """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",\
        "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
        {"jsonrpc":"2.0","method":"notifications/initialized"}
        {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"search",\
        "arguments":{"query":"harbour list:\\"harbour story\\""}}}
        """);
    Process mcp =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "broadsheet.Main",
                "mcp",
                "--time-limit",
                "20",
                "--index",
                folder.resolve("other").toString(),
                "--engine",
                location)
            .redirectInput(questions.toFile())
            .redirectOutput(folder.resolve("answers").toFile())
            .redirectError(folder.resolve("remarks").toFile())
            .start();
    assertThat(mcp.waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(mcp.exitValue()).as(Files.readString(folder.resolve("remarks"))).isZero();
    assertThat(Files.readAllLines(folder.resolve("answers")).getLast())
        .contains("\"id\":2", "\\\"articles\\\":1", "\\\"id\\\":\\\"old\\\"");
  }

  @Test
  void snapshotHoldsTheArchiveWithItsDesk() throws IOException, InterruptedException {
    String repository = "{\"type\":\"fs\",\"settings\":{\"location\":\"commands\"}}";
    call("PUT", "/_snapshot/backup", repository);
    String both =
        "{\"indices\":\"%s,%s-desk\",\"include_global_state\":false}".formatted(ARCHIVE, ARCHIVE);
    call("PUT", "/_snapshot/backup/one?wait_for_completion=true", both);
    List<ListEntry> before = entries("one");
    desk("one").lists().all("").forEach(list -> desk("one").lists().remove(list.id()));
    call("DELETE", "/" + ARCHIVE + "-v*," + ARCHIVE + "-desk", "");
    String all = "{\"include_global_state\":false}";
    call("POST", "/_snapshot/backup/one/_restore?wait_for_completion=true", all);
    assertThat(entries("one")).isEqualTo(before).hasSize(1);
    assertThat(run("one", "search", "harbour", "list:\"harbour story\"")).isZero();
    assertThat(run("one", "check")).isZero();
  }

  private static void call(String method, String path, String body)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(TestCluster.shared().hosts().getFirst().resolve(path))
                  .timeout(Duration.ofMinutes(1))
                  .header("Content-Type", "application/json")
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }
}
