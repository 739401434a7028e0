package broadsheet.benchmark;

import broadsheet.article.Article;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;

/**
 * Broadsheet's own server, from {@code target/broadsheet.jar}, as the launcher starts it. Only its
 * cache for a quick start is left out.
 */
final class BroadsheetPeer extends Peer {

  private static final String SEARCH = "/search.json?q=";
  private static final String JAVA_HOME = System.getProperty("java.home");

  private BroadsheetPeer(Path folder) throws IOException {
    super(folder);
  }

  /** Indexes the articles and serves them. */
  static BroadsheetPeer start(Path folder, List<Article> articles)
      throws IOException, InterruptedException {
    BroadsheetPeer peer = new BroadsheetPeer(folder);
    Path index = Files.createDirectories(folder.resolve("index"));
    BenchmarkCorpus.index(index, articles);
    ProcessBuilder launcher =
        new ProcessBuilder(
            launcher(folder.resolve("home")).toString(),
            "serve",
            "--index",
            index.toString(),
            "--port",
            Integer.toString(peer.port()));
    launcher.environment().put("JAVA_HOME", JAVA_HOME);
    launcher.environment().put("BROADSHEET_JAVA_OPTIONS", String.join(" ", JVM));
    peer.start("/healthz", launcher);
    return peer;
  }

  /**
   * A copy of the launcher in a home of its own, where the program counts as built and the cache
   * for a quick start as one that could not be made.
   */
  private static Path launcher(Path home) throws IOException {
    Path target = Files.createDirectories(home.resolve("target"));
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectory(home.resolve("web"));
    Files.createFile(home.resolve("pom.xml"));
    for (String built : List.of("lib", "broadsheet.jar")) {
      Files.createSymbolicLink(target.resolve(built), Path.of("target", built).toAbsolutePath());
    }
    Files.createFile(target.resolve("broadsheet.built"));
    Files.createFile(target.resolve("start" + JAVA_HOME.replace('/', '-') + ".aot.begun"));
    return Files.copy(
        Path.of("broadsheet"), home.resolve("broadsheet"), StandardCopyOption.COPY_ATTRIBUTES);
  }

  Span span() throws IOException, InterruptedException {
    JsonNode timeline = answer(get(SEARCH)).get("timeline");
    JsonNode buckets = timeline.get("buckets");
    return new Span(
        timeline.get("unit").asText(), start(buckets, 0), start(buckets, buckets.size() - 1));
  }

  private static LocalDate start(JsonNode buckets, int bucket) {
    return LocalDate.parse(buckets.get(bucket).get("start").asText());
  }

  @Override
  String name() {
    return "Broadsheet";
  }

  @Override
  HttpRequest request(String query, boolean isCounting) {
    return get(SEARCH + encoded(query) + (isCounting ? "" : "&counts=none"));
  }

  @Override
  long total(JsonNode answer) {
    return answer.get("total").get("value").asLong();
  }
}
