package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.engine.request.FacetField;
import broadsheet.opensearch.NodeFiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One OpenSearch node with its module of analyzers and without our plugin; one shard of one
 * segment, as {@code src/peers/opensearch.json} describes it.
 */
final class OpenSearchPeer extends Peer {

  private static final Path ANALYZERS = Path.of("target", "peers", "opensearch");

  /** The JVM as OpenSearch's own {@code jvm.options} sets it for JDK 25. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseG1GC",
          "-XX:G1ReservePercent=25",
          "-XX:InitiatingHeapOccupancyPercent=30",
          "-XX:+UseCompactObjectHeaders",
          "-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1",
          "--add-modules=jdk.incubator.vector");

  private static final String SEARCH = "/articles/_search";

  private final Span span;

  private OpenSearchPeer(Path folder, Span span) throws IOException {
    super(folder);
    this.span = span;
  }

  /** Why it cannot be started; empty if it can. */
  static Optional<String> missing() {
    return NodeFiles.missing()
        .or(
            () ->
                Files.exists(ANALYZERS.resolve("analysis-common-" + NodeFiles.version() + ".jar"))
                    ? Optional.empty()
                    : Optional.of(
                        "the analyzers of OpenSearch %s are not there: mvn -f src/peers/pom.xml package"
                            .formatted(NodeFiles.version())));
  }

  /** Starts the node and indexes the articles. */
  static OpenSearchPeer start(Path folder, Span span, List<Article> articles)
      throws IOException, InterruptedException {
    OpenSearchPeer peer = new OpenSearchPeer(folder, span);
    Path home = folder.resolve("home");
    NodeFiles.layOutPlain(home);
    try (var jars = Files.list(ANALYZERS)) {
      String plugin = "org.opensearch.analysis.common.CommonAnalysisModulePlugin";
      NodeFiles.addModule(home, "analysis-common", plugin, jars.toList());
    }
    Files.writeString(
        folder.resolve("opensearch.yml"),
        """
        discovery.type: single-node
        cluster.routing.allocation.disk.threshold_enabled: false
        path.data: %s
        network.host: 127.0.0.1
        http.port: %s
        transport.port: 0
        """
            .formatted(folder.resolve("data"), peer.port()));
    List<String> arguments = new ArrayList<>(OPTIONS);
    arguments.addAll(NodeFiles.arguments(home, folder));
    peer.start("/_cluster/health", arguments);
    peer.fill(articles);
    return peer;
  }

  private void fill(List<Article> articles) throws IOException, InterruptedException {
    String index = Files.readString(Path.of("src", "peers", "opensearch.json"));
    answer(send("PUT", "/articles", index));
    for (List<ObjectNode> batch : PeerDocuments.batches(articles)) {
      StringBuilder lines = new StringBuilder();
      for (ObjectNode document : batch) {
        lines.append("{\"index\":{\"_id\":").append(document.get("id")).append("}}\n");
        lines.append(document).append('\n');
      }
      JsonNode answer = answer(send("POST", "/articles/_bulk", lines.toString()));
      if (answer.get("errors").asBoolean()) {
        throw new IllegalStateException(answer.toString());
      }
    }
    answer(send("POST", "/articles/_forcemerge?max_num_segments=1", ""));
    answer(send("POST", "/articles/_refresh", ""));
  }

  @Override
  String name() {
    return "OpenSearch " + NodeFiles.version();
  }

  @Override
  HttpRequest request(String query, boolean isCounting) {
    ObjectNode search = JSON.createObjectNode();
    search.put("size", 10).put("track_total_hits", true);
    List.of("title", "url", "source", "section", "author", "language", "published")
        .forEach(search.putArray("stored_fields")::add);
    queryString(search.putObject("query"), query, fields("")).put("quote_field_suffix", ".exact");
    ObjectNode highlight = search.putObject("highlight").put("encoder", "html");
    queryString(highlight.putObject("highlight_query"), query, List.of("title", "body"));
    highlight.putArray("pre_tags").add("<mark>");
    highlight.putArray("post_tags").add("</mark>");
    ObjectNode marked = highlight.putObject("fields");
    marked.putObject("title").put("number_of_fragments", 0);
    marked.putObject("body").put("number_of_fragments", 2).put("fragment_size", 200);
    if (isCounting) {
      count(search.putObject("aggs"));
    }
    return send("POST", SEARCH, search.toString());
  }

  private static ObjectNode queryString(ObjectNode place, String query, List<String> fields) {
    ObjectNode queryString = place.putObject("query_string").put("query", query);
    ArrayNode names = queryString.putArray("fields");
    fields.forEach(names::add);
    return queryString;
  }

  private void count(ObjectNode counts) {
    for (FacetField facet : FacetField.values()) {
      String field = facet.label();
      counts.putObject(field).putObject("terms").put("field", field).put("size", VALUES);
    }
    counts
        .putObject("timeline")
        .putObject("date_histogram")
        .put("field", "published")
        .put("calendar_interval", span.unit())
        .put("min_doc_count", 1);
  }

  @Override
  long total(JsonNode answer) {
    return answer.get("hits").get("total").get("value").asLong();
  }
}
