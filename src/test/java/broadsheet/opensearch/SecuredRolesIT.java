package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.coordinator.ShardedSearchEngine;
import broadsheet.lucene.semantic.ConceptEmbedder;
import broadsheet.opensearch.ClusterUser.Ended;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** With the roles of {@code docs/roles.yml}, users may do what is theirs, and nothing else. */
@OnCluster
@Execution(ExecutionMode.CONCURRENT)
class SecuredRolesIT {

  private static final String ARCHIVE = "news";
  private static final int ARTICLES = 12;
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final String REPOSITORY =
      "{\"type\": \"fs\", \"settings\": {\"location\": \"backup\"}}";

  @TempDir private static Path folder;
  private static SecuredNode node;
  private static ClusterUser reader;
  private static ClusterUser indexer;

  @BeforeAll
  static void index() throws IOException {
    node = SecuredNode.shared();
    reader = user(SecuredNode.READER);
    indexer = user(SecuredNode.INDEXER);
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    for (int i = 0; i < ARTICLES; i++) {
      article(corpus, "a" + i);
    }
    does(indexer, "index", corpus.toString(), "--part", "1/2");
    does(indexer, "index", corpus.toString(), "--part", "2/2");
    does(indexer, "index", "--join");
    does(reader, "alert", "add", "ferry OR harbour");
    article(corpus, "late");
    does(indexer, "index", "--update", "--names");
    Path wire = Files.createDirectories(folder.resolve("wire"));
    Files.writeString(wire.resolve("grain.txt"), "Grain prices\n\nGrain is dear this winter.\n");
    does(indexer, "index", wire.toString(), "--collection", "wire");
  }

  private static ClusterUser user(String name) throws IOException {
    return node.program(name, ARCHIVE, folder);
  }

  private static void article(Path corpus, String name) throws IOException {
    Files.writeString(
        corpus.resolve(name + ".txt"),
        """
        Harbour strike, day %s

        The ferry to Vienna left the harbour late, Ruth Amsel of the Ember Company said on Monday.

        The strike of the harbour workers goes on. Ruth Amsel spoke of the price of coal.
        """
            .formatted(name));
  }

  @AfterAll
  static void end() {
    reader.close();
    indexer.close();
  }

  private static String does(ClusterUser user, String... command) throws IOException {
    Ended ended = user.run(command);
    assertThat(ended.exitCode()).as(List.of(command) + ": " + ended.output()).isZero();
    return ended.output();
  }

  private static void isRefused(ClusterUser user, String action, String... command)
      throws IOException {
    Ended ended = user.run(command);
    assertThat(ended.exitCode()).as(List.of(command) + ": " + ended.output()).isEqualTo(2);
    assertThat(ended.output())
        .contains("The cluster forbids this user what was asked: no permissions for [" + action)
        .contains("docs/roles.yml")
        .doesNotContain("secret", "backend_roles");
  }

  @Test
  void theReaderSearches() throws IOException {
    Path receipt = folder.resolve("receipt.json");
    Path queries = Files.writeString(folder.resolve("queries"), "harbour\nferry -strike\n");
    assertThat(does(reader, "search", "harbour")).contains(ARTICLES + 1 + " articles");
    assertThat(does(reader, "search", "grain")).contains("1 article");
    does(reader, "search", "\"ferry to vienna\"", "--json");
    does(reader, "explain", "harbour", "a1");
    does(reader, "show", "a1");
    does(reader, "stats");
    does(reader, "ledger");
    for (String table : List.of("words", "collocates", "frequencies", "ngrams")) {
      does(reader, "words", "harbour", "--show", table);
    }
    does(reader, "batch", queries.toString());
    does(reader, "receipt", "harbour", "--out", receipt.toString());
    does(reader, "replay", receipt.toString());
    does(reader, "check");
  }

  @Test
  void theReaderKeepsListsSearchesAndNames() throws IOException {
    does(reader, "list", "add", "Harbour", "a1", "a2", "--note", "ask");
    assertThat(does(reader, "list", "show", "Harbour")).contains("ask");
    does(reader, "list", "export", "Harbour");
    does(reader, "search", "harbour list:Harbour");
    assertThat(does(reader, "alert", "list")).contains("ferry OR harbour");
    does(reader, "name", "correct", "person", "Ruth Amsel", "--as", "Ruth Amsler");
    does(reader, "list", "add", "Ferries", "a3", "--user", "ada");
    does(reader, "user", "rename", "ada", "bea");
    does(reader, "list", "remove", "Harbour", "--all");
  }

  @Test
  void theReaderServes() throws Exception {
    URI address = reader.serve();
    String q = "?q=harbour";
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path :
          List.of(
              "/",
              "/search" + q,
              "/search.json" + q,
              "/search.csv" + q,
              "/search.jsonl" + q,
              "/search.ris" + q,
              "/search.bib" + q,
              "/search.atom" + q,
              "/values" + q,
              "/cite" + q,
              "/search.receipt.json" + q,
              "/trends" + q,
              "/words" + q,
              "/collocates" + q,
              "/frequencies" + q,
              "/keywords" + q,
              "/ngrams" + q,
              "/batch",
              "/alerts",
              "/lists",
              "/openapi.json",
              "/suggest?q=har",
              "/article/a1",
              "/article/a1.json",
              "/article/a1.bib",
              "/issues",
              "/article/a1/why" + q,
              "/corpus",
              "/corpus/files",
              "/help",
              "/healthz",
              "/metrics")) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
      }
      HttpRequest list =
          HttpRequest.newBuilder(address.resolve("/lists"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Origin", address.toString().replaceAll("/$", ""))
              .POST(BodyPublishers.ofString("name=Served"))
              .build();
      assertThat(client.send(list, BodyHandlers.ofString()).statusCode()).isEqualTo(303);
    }
  }

  @Test
  void theIndexerMakesVectorsAndTheReaderSearchesThem() {
    EmbeddingModels models = EmbeddingModels.of(new ConceptEmbedder());
    Location location = Location.of(node.location(ARCHIVE));
    new OpenSearchEngine(location, folder.resolve("vectors"), node.access(SecuredNode.INDEXER))
        .vectors()
        .update(models, (_, _) -> {});
    Cluster cluster = Cluster.of(location, node.access(SecuredNode.READER));
    try (SearchEngine engine =
        new ShardedSearchEngine(new ClusterSource(cluster, location), () -> models, LIMIT)) {
      SearchRequest request =
          SearchRequest.of(QueryParser.parse("vessel", LocalDate.EPOCH).root())
              .in(SearchMode.HYBRID);
      assertThat(engine.search(request).hits()).isNotEmpty();
    }
  }

  @Test
  void theOperatorBacksUpRestoresAndWatches() throws IOException {
    operates(Call.put("/_snapshot/backup", REPOSITORY));
    operates(
        Call.put(
            "/_snapshot/backup/one?wait_for_completion=true",
            "{\"indices\": \"news,news-desk,news-settled\", \"include_global_state\": false}"));
    operates(
        Call.post(
            "/_snapshot/backup/one/_restore?wait_for_completion=true",
            """
            {"indices": "news-v*", "include_global_state": false, "include_aliases": false,
             "rename_pattern": "news-v.*", "rename_replacement": "news-v0-restored"}
            """));
    assertThat(operates(Call.get("/_cat/indices/news-v0-restored?h=docs.count")).strip())
        .isEqualTo(operates(Call.get("/_cat/indices/news?h=docs.count")).strip());
    operates(Call.post("/news-v0-restored/_close"));
    operates(Call.delete("/news-v0-restored"));
    for (String path :
        List.of(
            "/news/_stats/search?groups=*",
            "/_nodes/stats/indices/search",
            "/_cat/shards/news",
            "/_cat/allocation",
            "/_broadsheet/stats",
            "/_cluster/health",
            "/_snapshot/backup/_all",
            "/_tasks?actions=*broadsheet*")) {
      operates(Call.get(path));
    }
  }

  private static String operates(Call call) {
    Reply reply = node.call(SecuredNode.OPERATOR, call);
    String body = new String(reply.body(), StandardCharsets.UTF_8);
    assertThat(reply.status()).as(call.path() + ": " + body).isEqualTo(200);
    return body;
  }

  @Test
  void nobodyDoesWhatIsNotTheirs() throws IOException {
    try (ClusterUser stranger = user(SecuredNode.STRANGER);
        ClusterUser operator = user(SecuredNode.OPERATOR)) {
      isRefused(stranger, "cluster:monitor", "search", "harbour");
      isRefused(stranger, "indices:admin/get", "list");
      isRefused(stranger, "cluster:monitor", "index", "--update");
      isRefused(reader, "indices:admin/get", "index", "--update");
      isRefused(operator, "indices:data/read", "search", "harbour");
      isRefused(operator, "indices:data/read", "list");
      isRefused(operator, "indices:data/read", "index", "--update");
    }
  }
}
