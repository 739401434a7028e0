package broadsheet.opensearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** A server that answers like a node, as a test defines. It records its requests. */
public final class StubNode implements AutoCloseable {

  /**
   * A request it received.
   *
   * @param authorization the header; empty if there was none
   */
  public record Asked(String method, String path, String authorization, String body) {}

  /**
   * A reply. A status of 0 closes the connection, and one of -1 never answers.
   *
   * @param location for the header of that name; empty for none
   */
  public record Answer(int status, String location, String body) {
    public static Answer of(int status, String body) {
      return new Answer(status, "", body);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Function<Asked, Answer> answers;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private StubNode(HttpServer server, Function<Asked, Answer> answers) {
    this.server = server;
    this.answers = answers;
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public static StubNode http(Function<Asked, Answer> answers) throws IOException {
    return new StubNode(HttpServer.create(anyPort(), 0), answers);
  }

  static StubNode https(SSLContext context, Function<Asked, Answer> answers) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new StubNode(server, answers);
  }

  /** A node that always answers this. */
  static StubNode of(int status, String body) throws IOException {
    return http(call -> Answer.of(status, body));
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Asked call =
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            authorization == null ? "" : authorization,
            body);
    asked.add(call);
    Answer answer = answers.apply(call);
    if (answer.status() == 0) {
      exchange.close();
    } else if (answer.status() > 0) {
      send(exchange, answer);
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    if (!answer.location().isEmpty()) {
      exchange.getResponseHeaders().add("Location", answer.location());
    }
    byte[] body = answer.body().getBytes(StandardCharsets.ISO_8859_1);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** The address of the server. */
  public URI address() {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<Asked> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
