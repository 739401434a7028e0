package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An index that is not where it is said to be, as when its disk is not mounted. */
@Timeout(120)
class MissingIndexIT {

  @TempDir private Path temporary;
  private Path folder = Path.of("");
  private Path articles = Path.of("");
  private Path index = Path.of("");

  @BeforeEach
  void makeArticles() throws IOException {
    folder = temporary.toRealPath();
    articles = Files.createDirectory(folder.resolve("articles"));
    Files.writeString(articles.resolve("pier.txt"), "A pier reopens\n\nIt did today.\n");
    index = folder.resolve("index");
  }

  private void assertRefused(String... args) {
    Program.Ended ended = Program.on(index, args);
    ended.assertRefused();
    assertThat(ended.err()).contains(index.toString(), "./broadsheet", "PATH");
  }

  @Test
  void namedFolderWithoutAnIndexIsNeverFilledWithTheSeeds() throws IOException {
    String[][] commands = {
      {"serve", "--port", "0"},
      {"serve", "--port", "0", "--watch"},
      {"index"},
      {"search", "pier"},
      {"mcp"}
    };
    for (String[] command : commands) {
      assertRefused(command);
      assertThat(index).doesNotExist();
    }
    Files.createDirectory(index); // where a disk would be mounted
    for (String[] command : commands) {
      assertRefused(command);
      assertThat(index).isEmptyDirectory();
    }
    assertThat(Program.on(index, "serve", "--port", "0").err())
        .contains("If it is on a disk that is not mounted, mount it");
  }

  @Test
  void deskAloneIsNoReasonToBuild() throws IOException {
    build();
    Program.on(index, "list", "add", "Harbour", "pier").assertDone();
    broadsheet.files.Durable.delete(index);
    assertRefused("serve", "--port", "0");
    assertThat(Program.on(index, "list").out()).contains("Harbour");
  }

  @Test
  void pathsThatHaveNoArticlesAreRefused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Program.on(index, "serve", "--port", "0", folder.resolve("none").toString()).assertRefused();
    Program.Ended ended = Program.on(index, "serve", "--port", "0", empty.toString());
    assertThat(ended.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(ended.err()).contains("No articles were found in");
  }

  @Test
  void indexIsBuiltFromThePathsAndRebuiltFromTheSame() throws Exception {
    try (Serving serving = Serving.of(index, articles.toString(), "--watch")) {
      assertThat(serving.json("/healthz").path("articles").asInt()).isEqualTo(1);
    }
    Files.writeString(articles.resolve("quay.txt"), "A quay is sold\n\nIt was today.\n");
    Program.Ended again = Program.on(index, "index");
    assertThat(again.out()).startsWith("indexed 2, ");
  }

  /** Each source is read as it was before. */
  @Test
  void rebuildLeavesOutWhatWasLeftOut() throws IOException {
    Files.writeString(articles.resolve("draft.txt"), "A draft\n\nIt is one.\n");
    Program.on(index, "index", articles.toString(), "--exclude", "draft*").assertDone();
    assertThat(Program.on(index, "index").out()).startsWith("indexed 1, ");
  }

  @Test
  void onlyTheDefaultFolderIsBuiltFromTheSeeds() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Files.createDirectories(home.resolve("seeds"));
    Files.writeString(home.resolve("seeds/seed.txt"), "A seed\n\nIt grows.\n");
    Path named = home.resolve("index");
    try (Program program =
        Program.startIn(folder, home, "serve", "--port", "0", "--index", named.toString())) {
      program.ended().assertRefused();
    }
    try (Serving serving = Serving.readied(Program.startIn(folder, home, "serve", "--port", "0"))) {
      assertThat(serving.json("/healthz").path("articles").asInt()).isEqualTo(1);
    }
    broadsheet.files.Durable.delete(named);
    Files.createDirectory(home.resolve("index.desk"));
    try (Program program = Program.startIn(folder, home, "serve", "--port", "0")) {
      program.ended().assertRefused();
    }
    assertThat(named).doesNotExist();
  }

  /** Imitates a disk that is unmounted under a running server, and mounted again. */
  @Test
  void indexThatVanishesWhileItIsServedIsNotBuiltAnew() throws Exception {
    build();
    Program.on(index, "list", "add", "Harbour", "pier").assertDone();
    Path away = Files.createDirectory(folder.resolve("away"));
    try (Serving serving = Serving.of(index, "--watch")) {
      assertThat(serving.get("/lists").statusCode()).isEqualTo(200);
      for (String name : List.of("index", "index.desk")) {
        Files.move(folder.resolve(name), away.resolve(name));
      }
      awaitHealth(serving, 503);
      Files.writeString(articles.resolve("quay.txt"), "A quay is sold\n\nIt was today.\n");
      assertThat(serving.get("/search.json?q=pier").statusCode()).isEqualTo(200);
      assertThat(serving.get("/lists").statusCode()).isEqualTo(503);
      assertThat(folder.resolve("index")).doesNotExist();
      assertThat(folder.resolve("index.desk")).doesNotExist();
      for (String name : List.of("index", "index.desk")) {
        Files.move(away.resolve(name), folder.resolve(name));
      }
      awaitHealth(serving, 200);
      assertThat(serving.get("/lists").body()).contains("Harbour");
      while (serving.json("/healthz").path("articles").asInt() < 2) {
        Thread.sleep(100);
      }
    }
  }

  private static void awaitHealth(Serving serving, int status) throws Exception {
    HttpResponse<String> health = serving.get("/healthz");
    while (health.statusCode() != status) {
      Thread.sleep(100);
      health = serving.get("/healthz");
    }
  }

  private void build() {
    Program.on(index, "index", articles.toString()).assertDone();
  }
}
