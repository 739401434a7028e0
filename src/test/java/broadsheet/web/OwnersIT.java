package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.desk.ListEntry;
import broadsheet.desk.Lists;
import broadsheet.desk.ReadingList;
import broadsheet.desk.SavedSearch;
import broadsheet.desk.Sharing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The lists and searches of other users that a user named by a trusted proxy sees and may change.
 */
class OwnersIT {

  private static final String HEADER = "X-Remote-User";
  private static final String NAME = "Minister x";
  private static final String ADA = "ada";
  private static final String BERT = "bert";
  private static final String NOBODY = "";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init")
  private static TestServer archive;

  @SuppressWarnings("NullAway.Init")
  private static WebServer server;

  @BeforeAll
  static void start() throws Exception {
    archive = TestServer.over(SampleArticles.all());
    server =
        archive.also(
            ServerSettings.at("127.0.0.1", 0)
                .knownAs(URI.create("https://archive.example.org"))
                .behind(Set.of(InetAddress.getLoopbackAddress()), Optional.of(HEADER)));
  }

  @AfterAll
  static void stop() {
    CLIENT.close();
    server.close();
    archive.close();
  }

  @AfterEach
  void empty() {
    Stream.of(ADA, BERT, NOBODY)
        .forEach(user -> archive.desk().lists().all(user).forEach(OwnersIT::remove));
    archive.alerts().all().forEach(search -> archive.alerts().remove(search.id()));
    Stream.of(ADA, BERT).forEach(archive.desk().readMarks()::erase);
  }

  private static void remove(ReadingList list) {
    archive.desk().lists().remove(list.id());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, String path, String user)
      throws Exception {
    request.uri(URI.create("http://127.0.0.1:" + server.port() + path));
    if (!user.isEmpty()) {
      request.header(HEADER, user);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A proxy sends the bytes of UTF-8; Latin-1 is read as what it is. */
  @Test
  void namesOutsideAsciiAreReadAsTheyAreSent() throws Exception {
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
      String request =
          """
          POST /lists HTTP/1.1
          Host: 127.0.0.1
          Connection: close
          Origin: https://archive.example.org
          X-Remote-User: Zoë Æ
          Content-Type: application/x-www-form-urlencoded
          Content-Length: 9

          name=Tide\
          """
              .replace("\n", "\r\n");
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        socket.getOutputStream().write(request.getBytes(charset));
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("HTTP/1.1 303");
      }
      List<ReadingList> lists = archive.desk().lists().all("Zoë Æ");
      assertThat(lists).extracting(ReadingList::name).as(charset.name()).containsExactly("Tide");
      lists.forEach(OwnersIT::remove);
    }
  }

  private static HttpResponse<String> get(String user, String path) throws Exception {
    return send(HttpRequest.newBuilder().GET(), path, user);
  }

  private static JsonNode json(String user, String path) throws Exception {
    return new ObjectMapper().readTree(get(user, path).body());
  }

  private static Document page(String user, String path) throws Exception {
    HttpResponse<String> answer = get(user, path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static HttpResponse<String> post(String user, String path, String form) throws Exception {
    return send(
        HttpRequest.newBuilder()
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(form)),
        path,
        user);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A list of Ada's with articles and one that was taken off; returns its path. */
  private static String listOfAda(String sharing) throws Exception {
    String path =
        post(ADA, "/lists", "name=" + encoded(NAME)).headers().firstValue("Location").orElseThrow();
    post(
        ADA,
        path + "/import",
        "table=" + encoded("id,note\nharbour-1,secret\nbulletin-1,\nclock-1,secret\n"));
    String list = path.substring("/lists/".length());
    archive.desk().lists().entries().take(list, List.of(fingerprint(list, "clock-1")));
    String ticks =
        switch (sharing) {
          case "read" -> "&shared=yes";
          case "edit" -> "&shared=yes&editable=yes";
          default -> "";
        };
    post(ADA, path + "/change", "name=" + encoded(NAME) + ticks);
    return path;
  }

  /** The fingerprint of an article on a list, or of one that was taken off. */
  private static String fingerprint(String list, String article) {
    Lists lists = archive.desk().lists();
    return Stream.concat(lists.entries().of(list).stream(), lists.entries().taken(list).stream())
        .map(ListEntry::article)
        .filter(each -> each.id().equals(article))
        .findFirst()
        .orElseThrow()
        .fingerprint();
  }

  private static String alertOfAda() throws Exception {
    String location =
        post(ADA, "/alerts", "q=tide+secret").headers().firstValue("Location").orElseThrow();
    return location.substring(location.indexOf('#') + 1);
  }

  /** All that is kept, to be compared. */
  private static String kept() {
    StringBuilder kept = new StringBuilder(archive.alerts().all().toString());
    for (String user : List.of(ADA, BERT, NOBODY)) {
      for (ReadingList list : archive.desk().lists().all(user)) {
        kept.append(list)
            .append(archive.desk().lists().entries().of(list.id()))
            .append(archive.desk().lists().entries().taken(list.id()));
      }
    }
    return kept.toString();
  }

  /**
   * The statuses of the owner; of another user where the list is private, shared to be read and
   * shared to be edited; and without a user.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  LIST                                           | 200 | 404 200 200 | 403
          GET  LIST.json                                      | 200 | 404 200 200 | 403
          GET  LIST.csv                                       | 200 | 404 200 200 | 403
          GET  LIST.ris                                       | 200 | 404 200 200 | 403
          GET  LIST.bib                                       | 200 | 404 200 200 | 403
          GET  LIST.jsonl                                     | 200 | 404 200 200 | 403
          GET  LIST.md                                        | 200 | 404 200 200 | 403
          GET  LIST.html                                      | 200 | 404 200 200 | 403
          GET  /lists                                         | 200 | 200 200 200 | 403
          GET  /lists.json                                    | 200 | 200 200 200 | 403
          GET  LIST/remove                                    | 405 | 405 405 405 | 405
          POST /lists name=Other                              | 303 | 303 303 303 | 403
          POST /lists/reading keep=off                        | 303 | 303 303 303 | 403
          POST /lists/put read=harbour-1                      | 303 | 303 303 303 | 403
          GET  /lists/Minister%20x                            | 200 | 404 200 200 | 403
          GET  /lists/minister%20X.csv                        | 200 | 404 200 200 | 403
          POST LIST/entry entry=ENTRY&action=note&note=other  | 303 | 404 403 303 | 403
          POST LIST/entry entry=ENTRY&action=note             | 303 | 404 403 303 | 403
          POST LIST/entry entry=ENTRY&action=down             | 303 | 404 403 303 | 403
          POST LIST/entry entry=ENTRY&action=take             | 303 | 404 403 303 | 403
          POST LIST/entry entry=ENTRY&action=both&note=other  | 303 | 404 403 303 | 403
          POST LIST/entry entry=ENTRY&action=restore          | 303 | 404 403 303 | 403
          POST LIST/entry restore=TAKEN                       | 303 | 404 403 303 | 403
          POST LIST/entry save=ENTRY                          | 303 | 404 403 303 | 403
          POST LIST/entry save=ENTRY&entry=ENTRY&note=other&entry=TAKEN&note=other | 303 | 404 403 303 | 403
          POST LIST/entry save=ENTRY&entry=ENTRY&seen=0&note=other | 409 | 404 403 409 | 403
          POST LIST/entry.json                                | 200 | 404 403 200 | 403
          POST LIST/entry.json entry=ENTRY&note=other         | 200 | 404 403 200 | 403
          POST LIST/entry.json entry=TAKEN&note=other         | 200 | 404 403 200 | 403
          POST LIST/entry.json entry=ENTRY&seen=0&note=other  | 409 | 404 403 409 | 403
          POST LIST/import entry=ENTRY&note=other&table=bulletin-2 | 303 | 404 403 303 | 403
          POST LIST/change entry=ENTRY&note=other&name=Taken  | 303 | 404 403 403 | 403
          POST LIST/remove articles=7                         | 409 | 404 403 403 | 403
          POST /lists/put target=ID&star=bulletin-2            | 303 | 404 403 303 | 403
          POST /lists/put target=ID&unstar=bulletin-1          | 303 | 404 403 303 | 403
          POST /lists/put target=ID&unstar=bulletin-2          | 303 | 404 403 303 | 403
          POST /lists/put target=ID&restore=TAKEN              | 303 | 404 403 303 | 403
          GET  LIST/entry.json                                | 405 | 405 405 405 | 405
          POST LIST/import table=bulletin-2                    | 303 | 404 403 303 | 403
          POST /lists/put list=ID&article=bulletin-2           | 303 | 404 403 303 | 403
          POST LIST/change name=Taken                         | 303 | 404 403 403 | 403
          POST LIST/change name=Taken&shared=yes&editable=yes | 303 | 404 403 403 | 403
          POST LIST/remove                                    | 303 | 404 403 403 | 403
          """)
  void listsOfOthersAreReadAndChangedAsTheirOwnerSays(
      String request, int ofOwner, String ofOther, int ofNobody) throws Exception {
    String[] others = ofOther.split(" ", -1);
    List<String> sharings = List.of("private", "read", "edit");
    for (int i = 0; i < sharings.size(); i++) {
      String path = listOfAda(sharings.get(i));
      for (String user : List.of(NOBODY, BERT, ADA)) {
        int status =
            switch (user) {
              case ADA -> ofOwner;
              case BERT -> Integer.parseInt(others[i]);
              default -> ofNobody;
            };
        String before = kept();
        HttpResponse<String> answer = ask(user, request, path);
        assertThat(answer.statusCode())
            .as("%s by “%s”, %s", request, user, sharings.get(i))
            .isEqualTo(status);
        if (status >= 400) {
          assertThat(kept()).isEqualTo(before);
        }
        if (status == 403 || status == 404) {
          assertThat(answer.body()).doesNotContain("secret", "harbour-1");
        }
        if (status == 404) {
          assertThat(answer.body()).doesNotContain("Harbour board", "clock", NAME);
        }
      }
      empty();
    }
  }

  /** A new route belongs into the table above, or into the test of searches. */
  @Test
  void everyRouteIsAttacked() {
    assertThat(server.routes().stream().filter(route -> route.matches("\\w+ /(lists|alerts).*")))
        .filteredOn(route -> !route.startsWith("HEAD"))
        .containsExactlyInAnyOrder(
            "GET /lists",
            "GET /lists.json",
            "GET /lists/{name}",
            "POST /lists",
            "POST /lists/put",
            "GET /lists/put",
            "POST /lists/reading",
            "POST /lists/{id}/change",
            "GET /lists/{id}/change",
            "POST /lists/{id}/remove",
            "GET /lists/{id}/remove",
            "POST /lists/{id}/entry",
            "GET /lists/{id}/entry",
            "POST /lists/{id}/entry.json",
            "GET /lists/{id}/entry.json",
            "POST /lists/{id}/import",
            "GET /lists/{id}/import",
            "GET /alerts",
            "GET /alerts.json",
            "GET /alerts/{name}",
            "POST /alerts",
            "POST /alerts/{id}/remove",
            "GET /alerts/{id}/remove");
  }

  private static HttpResponse<String> ask(String user, String request, String path)
      throws Exception {
    String id = path.substring("/lists/".length());
    String[] parts = request.split("\\s+", -1);
    String target = parts[1].replace("LIST", path);
    if (parts[0].equals("GET")) {
      return get(user, target);
    }
    String form = parts.length < 3 ? "" : parts[2];
    String entry =
        archive.desk().lists().entries().of(id).stream()
            .findFirst()
            .orElseThrow()
            .article()
            .fingerprint();
    String taken = fingerprint(id, "clock-1");
    return post(
        user, target, form.replace("ENTRY", entry).replace("TAKEN", taken).replace("ID", id));
  }

  @Test
  void searchesOfOthersAreNeitherSeenNorRemoved() throws Exception {
    String id = alertOfAda();
    String before = kept();
    assertThat(get(ADA, "/alerts/" + id).statusCode()).isEqualTo(200);
    assertThat(json(ADA, "/alerts.json").at("/alerts/0/id").asText()).isEqualTo(id);
    for (String user : List.of(BERT, NOBODY)) {
      assertThat(get(user, "/alerts/" + id).statusCode()).isEqualTo(404);
      assertThat(get(user, "/alerts").body()).doesNotContain("secret", id);
      assertThat(get(user, "/alerts?q=tide+secret").body()).doesNotContain("already saved", id);
      assertThat(json(user, "/alerts.json").at("/alerts")).isEmpty();
    }
    assertThat(post(BERT, "/alerts/" + id + "/remove", "").statusCode()).isEqualTo(404);
    assertThat(post(NOBODY, "/alerts/" + id + "/remove", "").statusCode()).isEqualTo(403);
    assertThat(post(NOBODY, "/alerts", "q=ferry").statusCode()).isEqualTo(403);
    assertThat(kept()).isEqualTo(before);
    assertThat(post(ADA, "/alerts/" + id + "/remove", "").statusCode()).isEqualTo(303);
    assertThat(archive.alerts().all()).isEmpty();
  }

  /** Feed readers have no user header; the address of the feed lets them in. */
  @Test
  void feedOfASearchIsForWhoeverHasItsAddressWhichCannotBeGuessed() throws Exception {
    String id = alertOfAda();
    assertThat(id).matches("[a-z2-9]{20}");
    for (String user : List.of(ADA, BERT, NOBODY)) {
      assertThat(get(user, "/alerts/" + id + ".atom").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void sameSearchOfTwoUsersIsTwoSearches() throws Exception {
    String ofAda = alertOfAda();
    String again = alertOfAda();
    assertThat(again).isEqualTo(ofAda);
    post(BERT, "/alerts", "q=tide+secret");
    assertThat(archive.alerts().all()).hasSize(2);
    String ofBert = json(BERT, "/alerts.json").at("/alerts/0/id").asText();
    assertThat(ofBert).isNotEqualTo(ofAda);
    assertThat(post(BERT, "/alerts/" + ofBert + "/remove", "").statusCode()).isEqualTo(303);
    assertThat(archive.alerts().all()).extracting(SavedSearch::id).containsExactly(ofAda);
  }

  /** Lists made before there were users, or at the command line. */
  @Test
  void whatHasNoOwnerIsEveryones() throws Exception {
    ReadingList list = archive.desk().lists().create(NOBODY, "Old list");
    assertThat(get(BERT, "/lists/" + list.id()).statusCode()).isEqualTo(404);
    archive.desk().lists().change(list.id(), "Old list", Sharing.READ);
    SavedSearch search = archive.alerts().add("q=ferry", "ferry", 0);
    assertThat(get(BERT, "/lists/" + list.id()).statusCode()).isEqualTo(200);
    assertThat(post(BERT, "/lists/" + list.id() + "/import", "table=harbour-1").statusCode())
        .isEqualTo(303);
    assertThat(post(ADA, "/lists/" + list.id() + "/change", "name=New+name").statusCode())
        .isEqualTo(303);
    assertThat(json(BERT, "/lists.json").at("/lists/0/name").asText()).isEqualTo("New name");
    assertThat(get(NOBODY, "/alerts/" + search.id()).statusCode()).isEqualTo(200);
    assertThat(post(BERT, "/alerts/" + search.id() + "/remove", "").statusCode()).isEqualTo(303);
    assertThat(archive.alerts().all()).isEmpty();
    assertThat(post(BERT, "/lists/" + list.id() + "/remove", "").statusCode()).isEqualTo(303);
    assertThat(archive.desk().lists().all(NOBODY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/search?q=list:%22Minister+x%22",
    "/search.json?q=list:%22Minister+x%22",
    "/search.csv?q=list:%22Minister+x%22",
    "/search.jsonl?q=list:any",
    "/search.atom?q=list:any",
    "/search.json?q=harbour",
    "/search?q=harbour",
    "/trends.json?q=list:any",
    "/suggest?q=list:M",
    "/suggest?q=list:%22Minister",
    "/article/harbour-1",
    "/article/harbour-1?q=list:any",
    "/why?q=list:any&id=harbour-1",
    "/",
    "/lists",
    "/lists.json",
    "/alerts",
    "/alerts?q=list:any",
    "/batch"
  })
  void privateListShowsNowhere(String path) throws Exception {
    String list = listOfAda("private");
    for (String user : List.of(BERT, NOBODY)) {
      String unasked = get(user, path).body();
      empty();
      assertThat(masked(get(user, path).body())).isEqualTo(masked(unasked));
      list = listOfAda("private");
      assertThat(unasked).doesNotContain(list);
    }
  }

  /** Without what differs from answer to answer. */
  private static String masked(String body) {
    return body.replaceAll("(under )?\\d+(\\.\\d+)? ?m?s\\b", "TIME")
        .replaceAll("\"tookMillis\":\\d+", "TIME")
        .replaceAll("<updated>[^<]*</updated>", "TIME");
  }

  @Test
  void batchFindsNoPrivateListOfOthers() throws Exception {
    listOfAda("private");
    String queries = "list:any\nlist:\"" + NAME + "\"\n";
    assertThat(batch(ADA, queries).body()).contains("harbour-1");
    HttpResponse<String> ofOther = batch(BERT, queries);
    assertThat(ofOther.statusCode()).isEqualTo(200);
    assertThat(ofOther.body()).doesNotContain("harbour-1");
    assertThat(batch(NOBODY, queries).statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> batch(String user, String queries) throws Exception {
    String part = "Content-Disposition: form-data; name=";
    String body =
        "------part\r\n%s\"queries\"\r\n\r\n%s\r\n------part\r\n%s\"hits\"\r\n\r\n5\r\n------part--\r\n"
            .formatted(part, queries, part);
    return send(
        HttpRequest.newBuilder()
            .header("Content-Type", "multipart/form-data; boundary=----part")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        "/batch",
        user);
  }

  @Test
  void sharedListIsFoundByItsName() throws Exception {
    listOfAda("read");
    assertThat(json(BERT, "/search.json?q=list:%22minister+X%22").at("/total/value").asInt())
        .isEqualTo(2);
    assertThat(json(BERT, "/search.json?q=list:any").at("/total/value").asInt()).isEqualTo(2);
    JsonNode list = json(BERT, "/lists.json").at("/lists/0");
    assertThat(list.at("/owner").asText()).isEqualTo(ADA);
    assertThat(list.at("/shared").asBoolean()).isTrue();
    assertThat(list.at("/editable").asBoolean()).isFalse();
  }

  @Test
  void pageOffersWhatTheReaderMayDo() throws Exception {
    String path = listOfAda("read");
    assertThat(changes(ADA, path)).contains("/entry", "/import", "/change", "/remove");
    assertThat(changes(BERT, path)).isEmpty();
    assertThat(page(ADA, path).select("[name=restore]")).hasSize(1);
    assertThat(page(BERT, path).select("textarea, #notes, main button, script[src*=notes]"))
        .isEmpty();
    String removed = "removed=" + fingerprint(path.substring("/lists/".length()), "clock-1");
    assertThat(page(ADA, path + "?" + removed).select("#undo")).hasSize(1);
    assertThat(page(BERT, path + "?" + removed).select("#undo")).isEmpty();
    String starred = "/search?q=harbour&" + removed.replace("=", "=" + path.substring(7) + ".");
    assertThat(page(ADA, starred).select("#undo")).hasSize(1);
    assertThat(page(BERT, starred).select("#undo")).isEmpty();
    assertThat(page(BERT, path).select(".printed-note").text()).isEqualTo("secret");
    assertThat(page(BERT, path).text()).contains("shared by ada");
    assertThat(page(BERT, "/search?q=harbour").select("#keep-list option")).isEmpty();
    post(ADA, path + "/change", "name=" + encoded(NAME) + "&shared=yes&editable=yes");
    assertThat(changes(BERT, path))
        .contains("/entry", "/import")
        .doesNotContain("/change", "/remove");
    assertThat(page(BERT, path).select("[name=restore]")).hasSize(1);
    assertThat(page(BERT, "/search?q=harbour").select("#keep-list option").eachText())
        .containsExactly(NAME);
  }

  /** The changes that the forms and buttons of a list's page can make. */
  private static List<String> changes(String user, String path) throws Exception {
    Document page = page(user, path);
    return Stream.concat(
            page.select("form").eachAttr("action").stream(),
            page.select("button").eachAttr("formaction").stream())
        .filter(action -> action.startsWith(path))
        .map(action -> action.substring(path.length()))
        .toList();
  }

  /** A star goes to the last used list that the reader may change. */
  @Test
  void starNeverGoesToAListThatMayOnlyBeRead() throws Exception {
    String path = listOfAda("read");
    assertThat(post(BERT, "/lists/put", "star=bulletin-2").statusCode()).isEqualTo(303);
    assertThat(archive.desk().lists().entries().of(path.substring("/lists/".length()))).hasSize(2);
    assertThat(json(BERT, "/lists.json").at("/lists/0/name").asText()).isEqualTo("Saved articles");
    assertThat(json(ADA, "/lists.json").at("/lists")).hasSize(1);
  }

  @Test
  void refusalsAreProblemsForProgramsAndPagesForReaders() throws Exception {
    String path = listOfAda("read");
    HttpResponse<String> refused = post(BERT, path + "/remove", "");
    assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(refused.body()).contains("belongs to ada");
    post(ADA, path + "/change", "name=" + encoded(NAME));
    HttpResponse<String> missing = get(BERT, path + ".json");
    assertThat(missing.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  /** Users may make changes in parallel: each follows the rules, or is not made at all. */
  @Test
  void nothingSlipsInWhileAListIsUnshared() throws Exception {
    for (int i = 0; i < 10; i++) {
      String path = listOfAda("edit");
      CompletableFuture<HttpResponse<String>> unsharing = later(ADA, path + "/change", "name=Mine");
      List<CompletableFuture<HttpResponse<String>>> putting =
          Stream.of("bulletin-2", "bulletin-3", "bulletin-4")
              .map(each -> later(BERT, path + "/import", "table=" + each))
              .toList();
      assertThat(unsharing.get().statusCode()).isEqualTo(303);
      for (CompletableFuture<HttpResponse<String>> each : putting) {
        assertThat(each.get().statusCode()).isIn(303, 404);
      }
      String list = path.substring("/lists/".length());
      int after = archive.desk().lists().entries().of(list).size();
      assertThat(post(BERT, path + "/import", "table=bulletin-5").statusCode()).isEqualTo(404);
      assertThat(archive.desk().lists().entries().of(list)).hasSize(after);
      empty();
    }
  }

  private static CompletableFuture<HttpResponse<String>> later(
      String user, String path, String form) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return post(user, path, form);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void readMarksAreSeenByTheirUserAlone() throws Exception {
    post(ADA, "/lists/reading", "keep=on");
    post(BERT, "/lists/reading", "keep=on");
    post(ADA, "/lists/put", "read=harbour-1");
    assertThat(json(ADA, "/search.json?q=list:read").at("/total/value").asInt()).isOne();
    assertThat(json(BERT, "/search.json?q=list:read").at("/total/value").asInt()).isZero();
    assertThat(get(BERT, "/lists").body()).contains("0 articles marked as read");
  }
}
