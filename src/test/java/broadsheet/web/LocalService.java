package broadsheet.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.function.BiFunction;

/** A small service on this machine, such as one that a proxy asks. */
record LocalService(HttpServer server) implements AutoCloseable {

  /** An answer with its headers. */
  record Answer(int status, Map<String, String> headers, String body) {}

  /**
   * Starts it.
   *
   * @param answering answers the headers of a request for a path
   */
  static LocalService answering(BiFunction<Headers, String, Answer> answering) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange ->
            send(
                answering.apply(exchange.getRequestHeaders(), exchange.getRequestURI().getPath()),
                exchange));
    server.start();
    return new LocalService(server);
  }

  private static void send(Answer answer, HttpExchange exchange) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
