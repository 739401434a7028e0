package broadsheet.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.SavedSearches;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.Engine;
import broadsheet.evaluate.Judgements;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.semantic.ConceptEmbedder;
import broadsheet.lucene.semantic.SemanticIndexing;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** A real server on a free port over a real index of the sample articles, and a client for it. */
final class TestServer implements AutoCloseable {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  private static @Nullable TestServer shared;

  private final Path folder;
  private final LuceneSearchEngine engine;
  private final Optional<Judgements> judgements;
  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestServer(List<Article> articles, int port, Duration limit) throws IOException {
    this(indexed(articles), port, limit, Optional.empty());
  }

  private TestServer(Path folder, int port, Duration limit, Optional<Path> judgementsFile) {
    this(folder, port, LuceneSearchEngine.open(folder, limit), judgementsFile);
  }

  private TestServer(
      Path folder, int port, LuceneSearchEngine engine, Optional<Path> judgementsFile) {
    this.folder = folder;
    this.engine = engine;
    judgements = judgementsFile.map(file -> Judgements.open(file, TestServer::parsed));
    server =
        WebServer.start(
            new FaultyEngine(engine),
            TestServer::parsed,
            new UserData(desk(), judgements),
            ServerSettings.at("127.0.0.1", port));
  }

  /** The folder of its index. */
  Path folder() {
    return folder;
  }

  /** Another server over the same archive, at this address and a free port. */
  WebServer alsoAt(String host) {
    return also(ServerSettings.at(host, 0));
  }

  /** Another server over the same archive, with these settings. */
  WebServer also(ServerSettings settings) {
    return WebServer.start(engine, TestServer::parsed, new UserData(desk(), judgements), settings);
  }

  /** The desk of its readers. */
  Desk desk() {
    return Desks.open(folder);
  }

  /** Its saved searches. */
  SavedSearches alerts() {
    return desk().searches();
  }

  /** Adds articles of a new file from another session, and waits until they are found. */
  void update(Article... articles) throws InterruptedException {
    long before = engine.articleCount();
    TestIndex.update(folder, "/new/" + before, List.of(articles));
    while (engine.articleCount() == before) {
      Thread.sleep(10);
    }
  }

  private static Path indexed(List<Article> articles) throws IOException {
    Path folder = Files.createTempDirectory("broadsheet-web").resolve("index");
    TestIndex.build(folder, articles);
    return folder;
  }

  /** An index of these articles, some of which are new for the sample alerts. */
  private static Path alerted(List<Article> articles) throws IOException {
    Map<Boolean, List<Article>> byLateness =
        articles.stream().collect(Collectors.partitioningBy(SampleAlerts::isLate));
    Path folder = indexed(byLateness.getOrDefault(false, List.of()));
    SampleAlerts.write(folder);
    TestIndex.update(folder, "/test/late", byLateness.getOrDefault(true, List.of()));
    return folder;
  }

  /** A server over these articles, some of which are new for the sample alerts. */
  static TestServer alerting(List<Article> articles) throws IOException {
    return new TestServer(alerted(articles), 0, Engine.TIME_LIMIT, Optional.empty());
  }

  private static LuceneSearchEngine byMeaning(Path folder) {
    ConceptEmbedder model = new ConceptEmbedder();
    SemanticIndexing.update(folder, EmbeddingModels.of(model), (_, _) -> {});
    return LuceneSearchEngine.open(folder, EmbeddingModels.of(model));
  }

  private static ParsedQuery parsed(String query) {
    return QueryParser.parse(query, TODAY);
  }

  /** Over the sample articles, with judgements saved in this file. */
  static TestServer judging(Path file) throws IOException {
    return new TestServer(indexed(SampleArticles.all()), 0, Engine.TIME_LIMIT, Optional.of(file));
  }

  /** Over an index that is there. */
  static TestServer at(Path index) {
    return at(index, Engine.TIME_LIMIT);
  }

  /** Over an index that is there, with another time limit. */
  static TestServer at(Path index, Duration limit) {
    return new TestServer(index, 0, limit, Optional.empty());
  }

  static TestServer over(List<Article> articles) throws IOException {
    return over(articles, Engine.TIME_LIMIT);
  }

  static TestServer over(List<Article> articles, Duration timeLimit) throws IOException {
    return new TestServer(articles, 0, timeLimit);
  }

  /**
   * A server over the sample articles, shared by all tests that do not change it. It ends with the
   * process; closing it does nothing.
   */
  static synchronized TestServer shared() throws IOException {
    TestServer known = shared;
    if (known == null) {
      known = start();
      shared = known;
      Runtime.getRuntime().addShutdownHook(new Thread(known::end, "end shared server"));
    }
    return known;
  }

  /** A server of its own over the sample articles, with search by meaning. */
  static TestServer start() throws IOException {
    Path folder = alerted(SampleArticles.all());
    SampleLists.write(folder);
    return new TestServer(folder, 0, byMeaning(folder), Optional.empty());
  }

  /** Method and path of each of its routes. */
  List<String> routes() {
    return server.routes();
  }

  /** An address on this server. */
  String address(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  int port() {
    return server.port();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path);
  }

  /** A page that is there. */
  Document page(String path) throws IOException, InterruptedException {
    return Jsoup.parse(found(path), address("/"));
  }

  /** JSON that is there. */
  JsonNode json(String path) throws IOException, InterruptedException {
    return new ObjectMapper().readTree(found(path));
  }

  private String found(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address(path)))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  void stop() {
    server.stop();
  }

  @Override
  public void close() {
    if (!equals(shared)) {
      end();
    }
  }

  /** The client first: a server that stops waits a second for connections that are kept open. */
  private void end() {
    client.close();
    server.close();
    judgements.ifPresent(Judgements::close);
    engine.close();
    try (Stream<Path> files = Files.walk(requireNonNull(folder.getParent()))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Serves the sample articles on a given port, for manual inspection. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int port = Integer.parseInt(args[0]);
    try (TestServer _ =
        new TestServer(alerted(SampleArticles.all()), port, Engine.TIME_LIMIT, Optional.empty())) {
      Thread.currentThread().join();
    }
  }
}
