package broadsheet.web;

import broadsheet.article.Article;
import broadsheet.engine.SearchEngine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** A real server on a free port over the sample articles, and a client to ask it. */
final class TestServer implements AutoCloseable {
  private final SearchEngine engine;
  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestServer(SearchEngine engine) {
    this.engine = engine;
    server = WebServer.start(engine, TestQueries::parse, "127.0.0.1", 0);
  }

  /** The one place that knows which engine the tests run on. */
  static TestServer over(List<Article> articles) {
    return new TestServer(new ScanningEngine(articles));
  }

  static TestServer start() {
    return over(SampleArticles.all());
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
  public void close() {
    server.close();
    engine.close();
    client.close();
  }

  /** Serves the sample articles on the port given, to look at by hand. */
  public static void main(String[] args) throws InterruptedException {
    WebServer.start(
        new ScanningEngine(SampleArticles.all()),
        TestQueries::parse,
        "127.0.0.1",
        Integer.parseInt(args[0]));
    Thread.currentThread().join();
  }
}
