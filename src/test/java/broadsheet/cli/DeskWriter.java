package broadsheet.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes lists, imports tables, writes notes and saves searches through a server, one change after
 * the other until the server is gone, and remembers the changes that were confirmed.
 */
final class DeskWriter implements Runnable {

  /** Number of writers that share a list, each with its own articles. */
  static final int WRITERS = 10;

  /** Number of articles that an import puts on a list. */
  private static final int IMPORTED = 20;

  private final String name;
  private final int slot;
  private final URI site;
  private final Map<String, String> fingerprints;
  private final String sharedList;
  private final DeskState confirmed = new DeskState();
  private @Nullable Consumer<DeskState> underWay;
  private int changes;
  private String trouble = "";

  /**
   * @param name begins the names of its lists and alerts
   * @param slot its number among those who share a list, from 0
   * @param fingerprints the fingerprints of the articles, by id
   * @param sharedList the id of a list that others write as well
   */
  DeskWriter(String name, int slot, URI site, Map<String, String> fingerprints, String sharedList) {
    this.name = name;
    this.slot = slot;
    this.site = site;
    this.fingerprints = fingerprints;
    this.sharedList = sharedList;
  }

  String name() {
    return name;
  }

  /** Whether it puts an article on the shared list, which no other writer then does. */
  boolean isOwn(String id) {
    return Integer.parseInt(id.substring(1)) % WRITERS == slot;
  }

  synchronized int confirmed() {
    return changes;
  }

  /** The failure other than the end of the server; empty if there was none. */
  synchronized String trouble() {
    return trouble;
  }

  /** Whether the server was killed before it answered the last change. */
  synchronized boolean isInTheMiddle() {
    return underWay != null;
  }

  /** The possible states of the desk: everything confirmed, with or without the last change. */
  synchronized List<DeskState> possible() {
    DeskState with = confirmed.copy();
    if (underWay != null) {
      underWay.accept(with);
    }
    return List.of(confirmed, with);
  }

  @Override
  public void run() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int number = 0; ; number++) {
        changes(client, number);
      }
    } catch (IOException e) {
      // killed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (AssertionError e) {
      synchronized (this) {
        trouble = requireNonNull(e.getMessage());
      }
    }
  }

  private void changes(HttpClient client, int number) throws IOException, InterruptedException {
    String list = name + "-" + number;
    String place = send(client, "/lists", form("name", list), state -> state.list(list));
    StringBuilder table = new StringBuilder("id,note\n");
    List<String> ids =
        IntStream.range(0, IMPORTED)
            .mapToObj(i -> "a" + (number * 3 + i) % fingerprints.size())
            .toList();
    ids.forEach(id -> table.append(id).append(",note of ").append(id).append('\n'));
    send(
        client,
        place + "/import",
        form("table", table.toString()),
        state -> ids.forEach(id -> state.entry(list, id, "note of " + id)));
    String noted = ids.getFirst();
    send(
        client,
        place + "/entry",
        form("entry", fingerprint(noted), "action", "note", "note", "changed " + number),
        state -> state.entry(list, noted, "changed " + number));
    String own = "a" + (number % (fingerprints.size() / WRITERS) * WRITERS + slot);
    send(
        client, "/lists/put", form("list", sharedList, "article", own), state -> state.shared(own));
    String search = "q=" + name + "-" + number;
    send(client, "/alerts", search, state -> state.alert(search));
  }

  private String fingerprint(String id) {
    return requireNonNull(fingerprints.get(id));
  }

  private static String form(String... namesAndValues) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(namesAndValues[i])
          .append('=')
          .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return form.toString();
  }

  /** Sends a change, and returns where its answer leads. */
  private String send(HttpClient client, String path, String form, Consumer<DeskState> change)
      throws IOException, InterruptedException {
    synchronized (this) {
      underWay = change;
    }
    HttpRequest request =
        HttpRequest.newBuilder(site.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", site.toString())
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 303) {
      throw new AssertionError(path + " " + form + ": " + answer.body());
    }
    synchronized (this) {
      change.accept(confirmed);
      underWay = null;
      changes++;
    }
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
