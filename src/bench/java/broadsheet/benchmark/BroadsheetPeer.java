package broadsheet.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Broadsheet's own server, from {@code target/broadsheet.jar}. */
final class BroadsheetPeer extends Peer {

  private static final String SEARCH = "/search.json?q=";

  private BroadsheetPeer(Path folder) throws IOException {
    super(folder);
  }

  /** Indexes the corpus and serves it. */
  static BroadsheetPeer start(Path folder) throws IOException, InterruptedException {
    BroadsheetPeer peer = new BroadsheetPeer(folder);
    Path index = Files.createDirectories(folder.resolve("index"));
    BenchmarkCorpus.index(index);
    peer.start(
        "/healthz",
        List.of(
            "-jar",
            Path.of("target", "broadsheet.jar").toString(),
            "serve",
            "--index",
            index.toString(),
            "--port",
            Integer.toString(peer.port())));
    return peer;
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
