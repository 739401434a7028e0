package broadsheet.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.stream.StreamSupport;

/** A cluster as its operator sees it over HTTP, and as any client may ask it. */
final class ClusterView implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestCluster nodes;
  private final String index;

  /** With this version, giving up closes the connection. */
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * @param index the one that is asked
   */
  ClusterView(TestCluster nodes, String index) {
    this.nodes = nodes;
    this.index = index;
  }

  /** Puts a question to a node as any client may. */
  HttpResponse<String> ask(byte[] question) throws Exception {
    return send(question(question, Duration.ofSeconds(20)));
  }

  /** A question as a client sends it, which waits that long. */
  HttpRequest question(byte[] question, Duration patience) {
    byte[] body = new byte[5 + question.length];
    ByteBuffer.wrap(body).put((byte) 0x5a).putInt(question.length).put(question);
    return HttpRequest.newBuilder(host("/" + index + "/_broadsheet?limit=10s"))
        .timeout(patience)
        .header("Content-Type", "application/cbor")
        .header("Accept", "application/json")
        .header("X-Opaque-Id", "reader 7")
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private URI host(String path) {
    return nodes.hosts().getFirst().resolve(path);
  }

  HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  void delete(String path) throws Exception {
    send(HttpRequest.newBuilder(host(path)).DELETE().build());
  }

  JsonNode get(String path) {
    try {
      return JSON.readTree(nodes.get(path));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The sum of a number over all nodes. */
  long sum(String path, String pointer) {
    return StreamSupport.stream(get(path).path("nodes").spliterator(), false)
        .mapToLong(node -> node.at(pointer).asLong())
        .sum();
  }

  @Override
  public void close() {
    client.close();
  }
}
