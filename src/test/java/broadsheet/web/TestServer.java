package broadsheet.web;

import broadsheet.article.Article;
import broadsheet.engine.TextEmbedder;
import broadsheet.evaluate.Judgements;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.search.LuceneSearchEngine;
import broadsheet.lucene.semantic.ConceptEmbedder;
import broadsheet.lucene.semantic.SemanticIndexing;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryParser;
import java.io.IOException;
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
import java.util.Optional;
import java.util.stream.Stream;

/** A real server on a free port over a real index of the sample articles, and a client to ask. */
final class TestServer implements AutoCloseable {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  private final Path folder;
  private final LuceneSearchEngine engine;
  private final Optional<Judgements> judgements;
  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestServer(List<Article> articles, int port, Duration limit) throws IOException {
    this(articles, port, limit, Optional.empty(), Optional.empty());
  }

  private TestServer(
      List<Article> articles,
      int port,
      Duration limit,
      Optional<Path> judgementsFile,
      Optional<TextEmbedder> model)
      throws IOException {
    folder = Files.createTempDirectory("broadsheet-web");
    TestIndex.build(folder, articles);
    engine = model.isPresent() ? byMeaning(model.get()) : LuceneSearchEngine.open(folder, limit);
    judgements = judgementsFile.map(file -> Judgements.open(file, TestServer::parsed));
    server =
        WebServer.start(
            new FaultyEngine(engine), TestServer::parsed, judgements, "127.0.0.1", port);
  }

  private LuceneSearchEngine byMeaning(TextEmbedder model) {
    SemanticIndexing.update(folder, model, (_, _) -> {});
    return LuceneSearchEngine.open(folder, model);
  }

  private static ParsedQuery parsed(String query) {
    return QueryParser.parse(query, TODAY);
  }

  /** Over the sample articles, whose hits are judged into that file. */
  static TestServer judging(Path file) throws IOException {
    return new TestServer(
        SampleArticles.all(),
        0,
        LuceneSearchEngine.TIME_LIMIT,
        Optional.of(file),
        Optional.empty());
  }

  static TestServer over(List<Article> articles) throws IOException {
    return over(articles, LuceneSearchEngine.TIME_LIMIT);
  }

  static TestServer over(List<Article> articles, Duration timeLimit) throws IOException {
    return new TestServer(articles, 0, timeLimit);
  }

  /** Over the sample articles, which are found by meaning as well. */
  static TestServer start() throws IOException {
    return new TestServer(
        SampleArticles.all(),
        0,
        LuceneSearchEngine.TIME_LIMIT,
        Optional.empty(),
        Optional.of(new ConceptEmbedder()));
  }

  /** An address of this server. */
  String address(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  int port() {
    return server.port();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path);
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
  public void close() throws IOException {
    server.close();
    judgements.ifPresent(Judgements::close);
    engine.close();
    client.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Serves the sample articles on the port given, to look at by hand. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int port = Integer.parseInt(args[0]);
    try (TestServer _ = new TestServer(SampleArticles.all(), port, LuceneSearchEngine.TIME_LIMIT)) {
      Thread.currentThread().join();
    }
  }
}
