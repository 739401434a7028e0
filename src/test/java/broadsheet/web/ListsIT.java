package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.desk.Desk;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ReadingList;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists, notes and read marks over HTTP, without any script. */
class ListsIT {

  private static final String FORM = "application/x-www-form-urlencoded";

  private TestServer server;
  private HttpClient client;

  @BeforeEach
  void start() throws Exception {
    server = TestServer.alerting(SampleArticles.all());
    client = HttpClient.newHttpClient();
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  private Desk desk() {
    return server.desk();
  }

  private HttpResponse<String> post(String path, String... namesAndValues) throws Exception {
    return client.send(posting(path, namesAndValues).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder posting(String path, String... namesAndValues) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.append(i == 0 ? "" : "&").append(encoded(namesAndValues[i]));
      body.append('=').append(encoded(namesAndValues[i + 1]));
    }
    return HttpRequest.newBuilder(URI.create(server.address(path)))
        .header("Content-Type", FORM)
        .header("Sec-Fetch-Site", "same-origin")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Document page(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private JsonNode json(String path) throws Exception {
    return new ObjectMapper().readTree(server.get(path).body());
  }

  private ReadingList only() {
    return desk().lists().all("").getFirst();
  }

  private List<String> ids() {
    return desk().lists().entries(only().id()).stream().map(e -> e.article().id()).toList();
  }

  @Test
  void starMakesAListAndLeadsBackToTheHit() throws Exception {
    Document results = page("/search?q=harbour&from=1980-01-01");
    assertThat(results.select("article.hit .kept button[name=star]")).isNotEmpty();
    String id = results.select("button[name=star]").getFirst().val();
    HttpResponse<String> answer =
        post("/lists/put", "q", "harbour", "from", "1980-01-01", "star", id);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .contains("/search?q=harbour&from=1980-01-01#kept-" + id);
    assertThat(only().name()).isEqualTo("Saved articles");
    assertThat(ids()).containsExactly(id);
    Document after = page("/search?q=harbour");
    assertThat(after.select("button[name=unstar][aria-pressed=true]").eachAttr("value"))
        .containsExactly(id);
    assertThat(after.select(".on-lists a").text()).isEqualTo("Saved articles");
    post("/lists/put", "q", "harbour", "unstar", id);
    assertThat(ids()).isEmpty();
  }

  @Test
  void tickedArticlesGoOnTheChosenOrANewList() throws Exception {
    List<String> hits =
        page("/search?q=harbour+OR+tide").select("input[name=article]").eachAttr("value");
    assertThat(hits).hasSizeGreaterThan(2);
    post(
        "/lists/put",
        "q",
        "harbour",
        "name",
        "Cocoa story",
        "article",
        hits.get(0),
        "article",
        hits.get(2));
    assertThat(only().name()).isEqualTo("Cocoa story");
    assertThat(ids()).containsExactly(hits.get(0), hits.get(2));
    desk().lists().create("", "Other");
    assertThat(page("/search?q=harbour").select("#keep-list option").eachText())
        .containsExactly("Other", "Cocoa story");
    ReadingList cocoa = desk().lists().find("", "Cocoa story").orElseThrow();
    post("/lists/put", "q", "harbour", "list", cocoa.id(), "article", hits.get(1));
    assertThat(desk().lists().entries(cocoa.id())).hasSize(3);
  }

  @Test
  void articlePageKeepsIt() throws Exception {
    Document article = page("/article/harbour-1?q=pier");
    assertThat(article.select("#keep input[name=article]").val()).isEqualTo("harbour-1");
    assertThat(article.select("#keep label").text()).isEqualTo("Put this article on a new list");
    HttpResponse<String> answer =
        post("/lists/put", "q", "pier", "at", "harbour-1", "name", "Piers", "article", "harbour-1");
    assertThat(answer.headers().firstValue("Location")).contains("/article/harbour-1?q=pier#keep");
    assertThat(page("/article/harbour-1").select(".on-lists a").text()).isEqualTo("Piers");
  }

  @Test
  void searchNamesListsAndFiltersByThem() throws Exception {
    post("/lists/put", "name", "Cocoa story", "article", "harbour-1");
    Document results = page("/search?q=harbour");
    assertThat(results.select("#by-list").text()).isEqualTo("Lists");
    String inList = results.select("nav[aria-labelledby=by-list] a").attr("href");
    assertThat(inList).isEqualTo("/search?q=%28harbour%29+list%3A%22Cocoa+story%22");
    assertThat(json(inList.replace("/search", "/search.json")).at("/total/value").asInt())
        .isEqualTo(1);
    assertThat(json("/search.json?q=list:any").at("/hits/0/id").asText()).isEqualTo("harbour-1");
    int all = json("/search.json?q=harbour").at("/total/value").asInt();
    JsonNode without = json("/search.json?q=harbour+-list:any");
    assertThat(without.at("/total/value").asInt()).isEqualTo(all - 1);
    assertThat(server.get("/search.csv?q=list:any").body()).contains("harbour-1");
    assertThat(json("/search.json?q=list:nonesuch").at("/query/notes/0").asText())
        .contains("there is no list “nonesuch”");
  }

  @Test
  void listIsShownNotedMovedAndTakenAway() throws Exception {
    SampleLists.write(server.folder());
    String path = SampleLists.path(server.folder());
    Document page = page(path);
    assertThat(page.select(".entries h2").eachText())
        .contains("The harbour board", "A story that was withdrawn");
    assertThat(page.select(".entries li").getLast().text()).contains("gone from the archive");
    assertThat(page.select(".entries li").getLast().select("h2 a")).isEmpty();
    post(path + "/entry", "entry", "01", "action", "note", "note", "one\r\ntwo <b>");
    post(path + "/entry", "entry", "02", "action", "up");
    HttpResponse<String> moved =
        post(path + "/entry", "entry", "00", "action", "down", "order", "hand", "page", "1");
    assertThat(moved.headers().firstValue("Location")).contains(path + "#e-00");
    assertThat(desk().lists().entries(only().id()))
        .extracting(e -> e.article().fingerprint())
        .containsExactly("02", "00", "01");
    assertThat(desk().lists().entries(only().id()).getLast().note()).isEqualTo("one\ntwo <b>");
    assertThat(page(path).select("textarea[name=note]").getLast().val()).isEqualTo("one\ntwo <b>");
    for (String suffix : List.of(".csv", ".ris", ".bib", ".jsonl", ".md", ".html")) {
      HttpResponse<String> file = server.get(path + suffix);
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
          .startsWith("attachment; filename=\"broadsheet-list-");
      assertThat(file.body()).contains("A story that was withdrawn", "Keep for the file.");
    }
    assertThat(server.get(path + ".html").body()).contains("one\ntwo &lt;b&gt;");
    assertThat(page("/lists/" + SampleLists.ADDRESS).html()).isEqualTo(page(path).html());
    assertThat(json(path + ".json").at("/entries/0/gone").asBoolean()).isTrue();
    assertThat(json("/lists.json").at("/lists/0/articles").asInt()).isEqualTo(3);
    post(path + "/entry", "entry", "02", "action", "take");
    assertThat(desk().lists().entries(only().id())).hasSize(2);
  }

  @Test
  void listIsMadeRenamedImportedIntoAndRemoved() throws Exception {
    String path = post("/lists", "name", "Grain").headers().firstValue("Location").orElseThrow();
    HttpResponse<String> imported =
        post(path + "/import", "table", "id,note\nharbour-1,\"first, best\"\nnobody,\n");
    assertThat(imported.headers().firstValue("Location")).contains(path + "?unknown=1");
    assertThat(page(path + "?unknown=1").select(".note").text()).startsWith("1 of the ids");
    assertThat(desk().lists().entries(only().id()))
        .extracting(ListEntry::note)
        .containsExactly("first, best");
    post(path + "/change", "name", "Barley", "shared", "yes");
    assertThat(only().name()).isEqualTo("Barley");
    assertThat(only().isShared()).isTrue();
    assertThat(page("/lists").select(".saved h2").text()).isEqualTo("Barley");
    post(path + "/remove");
    assertThat(desk().lists().all("")).isEmpty();
    assertThat(server.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void readMarksAreOffUntilWantedAndErasedAtAWord() throws Exception {
    assertThat(page("/search?q=harbour").select("button[name=read]")).isEmpty();
    post("/lists/put", "read", "harbour-1");
    assertThat(desk().readMarks().all("")).isEmpty();
    post("/lists/reading", "keep", "on");
    assertThat(page("/search?q=harbour").select("button[name=read]")).isNotEmpty();
    page("/article/harbour-1");
    assertThat(desk().readMarks().all("")).as("GET marks nothing").isEmpty();
    post("/lists/put", "at", "harbour-1", "read", "harbour-1");
    assertThat(page("/article/harbour-1").select("button[name=unread]").attr("aria-pressed"))
        .isEqualTo("true");
    assertThat(json("/search.json?q=list:read").at("/hits/0/id").asText()).isEqualTo("harbour-1");
    post("/lists/put", "unread", "harbour-1");
    assertThat(desk().readMarks().all("")).isEmpty();
    post("/lists/put", "read", "harbour-1");
    post("/lists/reading", "keep", "off");
    assertThat(desk().readMarks().isOn("")).isFalse();
  }

  @Test
  void wrongFormsAreRefusedAndChangeNothing() throws Exception {
    ReadingList list = desk().lists().create("", "Grain");
    String path = "/lists/" + list.id();
    assertThat(post("/lists", "name", " ").statusCode()).isEqualTo(400);
    assertThat(post("/lists", "name", "any").statusCode()).isEqualTo(400);
    assertThat(post("/lists", "name", "x".repeat(101)).statusCode()).isEqualTo(400);
    assertThat(post("/lists/put", "star", "nobody").statusCode()).isEqualTo(303);
    assertThat(post("/lists/put", "read", "nobody").statusCode()).isEqualTo(404);
    assertThat(post("/lists/put", "list", "nobody", "article", "harbour-1").statusCode())
        .isEqualTo(404);
    assertThat(post(path + "/entry", "entry", "00", "action", "burn").statusCode()).isEqualTo(400);
    assertThat(post(path + "/entry", "action", "note").statusCode()).isEqualTo(400);
    assertThat(post(path + "/import", "table", "id,note\na,\"open").statusCode()).isEqualTo(400);
    assertThat(post("/lists/nobody/change", "name", "x").statusCode()).isEqualTo(404);
    assertThat(server.get(path + "/remove").statusCode()).isEqualTo(405);
    assertThat(server.get("/lists/put").statusCode()).isEqualTo(405);
    assertThat(server.get("/lists/nobody").statusCode()).isEqualTo(404);
    assertThat(desk().lists().all("")).containsExactly(list);
  }

  @Test
  void otherSitesChangeNothing() throws Exception {
    ReadingList list = desk().lists().create("", "Grain");
    for (String path :
        List.of("/lists", "/lists/put", "/lists/reading", "/lists/" + list.id() + "/remove")) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.address(path)))
              .header("Content-Type", FORM)
              .header("Origin", "https://example.org")
              .POST(HttpRequest.BodyPublishers.ofString("name=x&star=harbour-1&keep=on"))
              .build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(403);
    }
    assertThat(desk().lists().all("")).containsExactly(list);
    assertThat(desk().readMarks().isOn("")).isFalse();
  }

  /** What is kept is not for everyone who can search. */
  @Test
  void listsAreForThoseWhoMayMakeChanges() throws Exception {
    SampleLists.write(server.folder());
    String path = SampleLists.path(server.folder());
    HttpRequest.Builder passedOn =
        HttpRequest.newBuilder(URI.create(server.address("/lists"))).header("Via", "1.1 proxy");
    for (String address : List.of("/lists", "/lists.json", path, path + ".json", path + ".csv")) {
      HttpResponse<String> answer =
          client.send(
              passedOn.uri(URI.create(server.address(address))).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(address).isEqualTo(403);
      assertThat(answer.body()).doesNotContain("Ask who paid");
    }
    HttpResponse<String> search =
        client.send(
            passedOn.uri(URI.create(server.address("/search.json?q=list:any"))).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(new ObjectMapper().readTree(search.body()).at("/total/value").asInt()).isZero();
    HttpResponse<String> results =
        client.send(
            passedOn.uri(URI.create(server.address("/search?q=harbour"))).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(results.body()).doesNotContain("/lists/put", SampleLists.NAME);
  }

  @Test
  void damagedListsAreToldAndSearchesGoOn() throws Exception {
    SampleLists.write(server.folder());
    Path file = Path.of(desk().place(), "lists.db");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 3));
    HttpResponse<String> answer = server.get("/lists");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("Lists are unavailable").doesNotContain(file.toString());
    assertThat(server.get("/search.json?q=harbour").statusCode()).isEqualTo(200);
    assertThat(server.get("/search?q=harbour").statusCode()).isEqualTo(200);
    Files.write(file, whole);
    assertThat(server.get("/lists").statusCode()).isEqualTo(200);
  }
}
