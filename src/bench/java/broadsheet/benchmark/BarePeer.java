package broadsheet.benchmark;

import broadsheet.article.Article;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.util.Version;

/** A {@link BareServer}: what an answer over HTTP costs at least. It never counts. */
final class BarePeer extends Peer {

  private static final String SEARCH = "/?q=";

  private BarePeer(Path folder) throws IOException {
    super(folder);
  }

  /** Indexes the articles and serves them. */
  static BarePeer start(Path folder, List<Article> articles)
      throws IOException, InterruptedException {
    BarePeer peer = new BarePeer(folder);
    Path index = Files.createDirectories(folder.resolve("index"));
    BareIndex.build(index, articles);
    peer.start(
        SEARCH + "a",
        List.of(
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            BareServer.class.getName(),
            index.toString(),
            Integer.toString(peer.port())));
    return peer;
  }

  @Override
  String name() {
    return "Lucene " + Version.LATEST + ", bare";
  }

  @Override
  boolean isCounting() {
    return false;
  }

  @Override
  HttpRequest request(String query, boolean isCounting) {
    return get(SEARCH + encoded(query));
  }

  @Override
  long total(JsonNode answer) {
    return answer.get("total").asLong();
  }
}
