package broadsheet.opensearch.desk;

import broadsheet.desk.Desk;
import broadsheet.opensearch.Location;
import broadsheet.opensearch.StubNode;
import broadsheet.opensearch.StubNode.Answer;
import broadsheet.opensearch.StubNode.Asked;
import broadsheet.opensearch.TestCluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Passes calls on to the shared cluster, but loses answers or refuses calls as a test requires. */
final class UnreliableNode implements AutoCloseable {

  private final String archive;
  private final StubNode node;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Predicate<Asked> refused;
  private final Function<Asked, String> kinds;
  private final Runnable meanwhile;
  private final Set<String> lost = new HashSet<>();

  /**
   * @param kinds the kind of a call; the first answer of each kind is lost, but none of the empty
   *     kind
   * @param meanwhile runs after a call whose answer is lost
   */
  private UnreliableNode(
      String archive, Predicate<Asked> refused, Function<Asked, String> kinds, Runnable meanwhile)
      throws IOException {
    this.archive = archive;
    this.refused = refused;
    this.kinds = kinds;
    this.meanwhile = meanwhile;
    node = StubNode.http(this::answer);
  }

  /** A node that carries out every call, but loses its first answer to each write. */
  static UnreliableNode losingAnswers(String archive) throws IOException {
    return new UnreliableNode(
        archive, call -> false, call -> isWrite(call) ? call.path() + call.body() : "", () -> {});
  }

  /** A node that loses its first answer about a list, after running a task. */
  static UnreliableNode losingAnAnswer(String archive, Runnable meanwhile) throws IOException {
    return new UnreliableNode(
        archive, call -> false, call -> call.path().contains("/list-") ? "list" : "", meanwhile);
  }

  /** A node that refuses some calls. */
  static UnreliableNode refusing(String archive, Predicate<Asked> refused) throws IOException {
    return new UnreliableNode(archive, refused, call -> "", () -> {});
  }

  private static boolean isWrite(Asked call) {
    return call.method().equals("PUT") || call.path().endsWith("/_bulk");
  }

  /** A program that uses the desk through this node alone. */
  Desk program() {
    Location location = new Location(List.of(node.address()), archive);
    return ClusterDesks.desk(TestDesk.newFolder(), location);
  }

  /** The number of lost answers. */
  int lost() {
    return lost.size();
  }

  private synchronized Answer answer(Asked call) {
    if (refused.test(call)) {
      return Answer.of(400, "{\"error\":{\"reason\":\"not today\"}}");
    }
    Answer answer = passedOn(call);
    String kind = kinds.apply(call);
    if (kind.isEmpty() || !lost.add(kind)) {
      return answer;
    }
    meanwhile.run();
    return Answer.of(0, "");
  }

  private Answer passedOn(Asked call) {
    URI address = TestCluster.shared().hosts().getFirst().resolve(call.path());
    String type = call.path().endsWith("/_bulk") ? "application/x-ndjson" : "application/json";
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", type)
            .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()))
            .build();
    try {
      var response = client.send(request, BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
      return Answer.of(response.statusCode(), response.body());
    } catch (IOException e) {
      return Answer.of(0, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.of(0, "");
    }
  }

  @Override
  public void close() {
    node.close();
  }
}
