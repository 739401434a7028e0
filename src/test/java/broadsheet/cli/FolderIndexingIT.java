package broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that are added in the browser. */
class FolderIndexingIT {

  private static final String PATH = "/corpus/add";

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  private Serving serving(String... options) throws Exception {
    Path pier = Files.createDirectories(folder.resolve("pier"));
    Files.writeString(pier.resolve("pier.txt"), "Grain pier reopens\n\nIt did.\n");
    String index = folder.resolve("index").toString();
    try (Program built = Program.start("index", pier.toString(), "--index", index)) {
      assertThat(built.ended().exitCode()).isEqualTo(ExitCode.DONE);
    }
    return Serving.of(folder.resolve("index"), options);
  }

  /** A folder whose articles take longer to read than a request. */
  private Path manyArticles() throws IOException {
    Path many = Files.createDirectory(folder.resolve("ferry & co"));
    for (int i = 0; i < 3_000; i++) {
      Files.writeString(many.resolve(i + ".txt"), "Ferry %s is late\n\nIt was.\n".formatted(i));
    }
    return many;
  }

  private HttpRequest.Builder form(Serving serving, String path) {
    return HttpRequest.newBuilder(serving.address().resolve(PATH))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("folder=" + URLEncoder.encode(path, UTF_8)));
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> add(Serving serving, String path) throws Exception {
    String origin = serving.address().toString().replaceAll("/$", "");
    return send(form(serving, path).header("Origin", origin).build());
  }

  @Test
  void folderIsAddedWhileTheServerAnswersAndItsProgressIsShown() throws Exception {
    Path many = manyArticles();
    try (Serving serving = serving("--allow-indexing")) {
      assertThat(serving.program().err()).contains("Add folders at ", PATH + "\n");
      assertThat(serving.get("/").body()).contains("href=\"" + PATH);
      assertThat(serving.get(PATH).body()).contains("<form", "name=\"folder\"");
      HttpResponse<String> begun = add(serving, many.toString());
      assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
      assertThat(begun.headers().firstValue("Location").orElse("")).endsWith(PATH);
      assertThat(add(serving, many.toString()).statusCode()).isEqualTo(409);
      HttpResponse<String> running = serving.get(PATH);
      assertThat(running.headers().firstValue("Refresh")).contains("2");
      assertThat(running.body())
          .contains("Reading", "ferry &amp; co")
          .doesNotContain("<form class=\"batch");
      assertThat(serving.json("/search.json?q=pier").at("/total/value").asInt()).isEqualTo(1);

      HttpResponse<String> done = ended(serving);
      assertThat(done.body()).contains("Added", "indexed 3,000, unchanged 0, removed 0");
      assertThat(done.headers().firstValue("Refresh")).isEmpty();
      await(serving, "ferry", 3_000);
      assertThat(serving.get("/").body()).doesNotContain(PATH);
      assertThat(serving.json("/search.json?q=pier").at("/total/value").asInt()).isEqualTo(1);
    }
  }

  private static HttpResponse<String> ended(Serving serving) throws Exception {
    Instant end = Instant.now().plusSeconds(60);
    HttpResponse<String> page = serving.get(PATH);
    while (page.body().contains("Reading")) {
      assertThat(Instant.now()).as(page.body()).isBefore(end);
      Thread.sleep(50);
      page = serving.get(PATH);
    }
    return page;
  }

  /** A server looks for a newer commit a few times in a second. */
  private static void await(Serving serving, String query, int hits) throws Exception {
    Instant end = Instant.now().plusSeconds(30);
    while (serving.json("/search.json?q=" + query).at("/total/value").asInt() != hits) {
      assertThat(Instant.now()).as(query).isBefore(end);
      Thread.sleep(50);
    }
  }

  @Test
  void otherSitesProxiesAndWrongPathsAddNothing() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("tide.txt"), "Tide turns\n\nIt did.\n");
    try (Serving serving = serving("--allow-indexing")) {
      String own = serving.address().toString().replaceAll("/$", "");
      String path = other.toString();
      assertThat(send(form(serving, path).build()).statusCode()).isEqualTo(403);
      assertThat(send(form(serving, path).header("Origin", "http://evil.example").build()))
          .extracting(HttpResponse::statusCode)
          .isEqualTo(403);
      HttpRequest proxied =
          form(serving, path).header("Origin", own).header("X-Forwarded-For", "192.0.2.1").build();
      assertThat(send(proxied).statusCode()).isEqualTo(403);
      for (String wrong : new String[] {"", "other", folder + "/nothing", "a\0b"}) {
        HttpResponse<String> answer = add(serving, wrong);
        assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
        assertThat(answer.body()).contains("There is no folder");
      }
      assertThat(serving.get(PATH).body()).doesNotContain("Reading", "Added");
      assertThat(serving.json("/search.json?q=tide").at("/total/value").asInt()).isZero();
    }
  }

  @Test
  void folderWithoutArticlesChangesNothing() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    try (Serving serving = serving("--allow-indexing")) {
      add(serving, empty.toString());
      assertThat(ended(serving).body()).contains("Added", "indexed 0,");
      assertThat(serving.json("/search.json?q=pier").at("/total/value").asInt()).isEqualTo(1);
    }
  }

  @Test
  void failureIsNamedAndTheFolderCanBeAddedAgain() throws Exception {
    Path many = manyArticles();
    try (Serving serving = serving("--allow-indexing")) {
      Path lock = folder.resolve("index/write.lock");
      try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        add(serving, many.toString());
        assertThat(ended(serving).body())
            .contains(
                "Could not add", "Another process is writing the index", "<form class=\"batch");
      }
      assertThat(add(serving, many.toString()).statusCode()).isEqualTo(303);
      assertThat(ended(serving).body()).contains("indexed 3,000");
    }
  }

  @Test
  void withoutTheFlagThereIsNoSuchPage() throws Exception {
    try (Serving serving = serving()) {
      assertThat(serving.get("/").body()).contains("index --update FOLDER").doesNotContain(PATH);
      assertThat(serving.get(PATH).statusCode()).isEqualTo(404);
      assertThat(add(serving, folder.toString()).statusCode()).isIn(404, 405);
    }
  }

  @Test
  void flagIsForThisMachineAlone() throws Exception {
    for (String[] open :
        new String[][] {{"--host", "0.0.0.0"}, {"--public-url", "https://archive.example.org"}}) {
      try (Program refused =
          Program.start("serve", "--port", "0", "--allow-indexing", open[0], open[1])) {
        Program.Ended ended = refused.ended();
        ended.assertRefused();
        assertThat(ended.err()).contains("--allow-indexing is for readers on this machine alone");
      }
    }
  }
}
