package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.engine.request.FacetField;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A Solr server with one core of one segment, as {@code src/peers/solr} configures it. */
final class SolrPeer extends Peer {

  private static final Path SOURCES = Path.of("src", "peers");
  private static final String MIDNIGHT = "T00:00:00Z";
  private static final Path LIBRARIES = Path.of("target", "peers", "solr");

  /**
   * The collector as {@code bin/solr} sets it, but for touching and locking memory at the start.
   */
  private static final List<String> COLLECTOR =
      List.of(
          "-XX:+UseG1GC",
          "-XX:+PerfDisableSharedMem",
          "-XX:+ParallelRefProcEnabled",
          "-XX:MaxGCPauseMillis=250",
          "-XX:+ExplicitGCInvokesConcurrent");

  private final Span span;

  private SolrPeer(Path folder, Span span) throws IOException {
    super(folder);
    this.span = span;
  }

  /** Why it cannot be started; empty if it can. */
  static Optional<String> missing() {
    return Files.isDirectory(LIBRARIES)
        ? Optional.empty()
        : Optional.of("Solr is not there: mvn -f src/peers/pom.xml package");
  }

  /** Starts the server and indexes the articles. */
  static SolrPeer start(Path folder, Span span, List<Article> articles)
      throws IOException, InterruptedException {
    SolrPeer peer = new SolrPeer(folder, span);
    Path home = folder.resolve("home");
    copy(SOURCES.resolve("solr"), home);
    List<String> arguments = new ArrayList<>(COLLECTOR);
    arguments.addAll(
        List.of(
            "-Dsolr.solr.home=" + home,
            "-cp",
            LIBRARIES + "/*",
            SOURCES.resolve("SolrLauncher.java").toString(),
            Integer.toString(peer.port())));
    peer.start("/solr/articles/select?q=a&qf=title", arguments);
    peer.fill(articles);
    return peer;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private void fill(List<Article> articles) throws IOException, InterruptedException {
    for (List<ObjectNode> batch : PeerDocuments.batches(articles)) {
      answer(send("POST", "/solr/articles/update", JSON.writeValueAsString(batch)));
    }
    answer(send("POST", "/solr/articles/update", "{\"commit\":{},\"optimize\":{}}"));
  }

  @Override
  String name() {
    try (var jars = Files.list(LIBRARIES)) {
      return jars.map(jar -> jar.getFileName().toString())
          .filter(jar -> jar.matches("solr-core-.*"))
          .map(jar -> "Solr " + jar.replaceAll("solr-core-|\\.jar", ""))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  HttpRequest request(String query, boolean isCounting) {
    ObjectNode search = JSON.createObjectNode().put("query", query);
    String suffix = query.startsWith("\"") ? ".exact" : "";
    search.putObject("params").put("qf", String.join(" ", fields(suffix)));
    if (isCounting) {
      count(search.putObject("facet"));
    }
    return send("POST", "/solr/articles/select", search.toString());
  }

  private void count(ObjectNode counts) {
    for (FacetField facet : FacetField.values()) {
      String field = facet.label();
      counts.putObject(field).put("type", "terms").put("field", field).put("limit", VALUES);
    }
    String unit = span.unit().toUpperCase(Locale.ROOT);
    counts
        .putObject("timeline")
        .put("type", "range")
        .put("field", "published")
        .put("start", span.first() + MIDNIGHT)
        .put("end", span.last().plusDays(1) + MIDNIGHT)
        .put("gap", unit.equals("WEEK") ? "+7DAYS" : "+1" + unit)
        .put("mincount", 1);
  }

  @Override
  long total(JsonNode answer) {
    return answer.get("response").get("numFound").asLong();
  }
}
