package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import broadsheet.Thorough;
import broadsheet.article.ArticleRef;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists, notes and read marks over HTTP, without any script. */
@Smoke
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

  private ReadingList only() {
    return desk().lists().all("").getFirst();
  }

  private List<String> ids() {
    return desk().lists().entries().of(only().id()).stream().map(e -> e.article().id()).toList();
  }

  @Test
  void starMakesAListAndLeadsBackToTheHit() throws Exception {
    Document results = server.page("/search?q=harbour&from=1980-01-01");
    assertThat(results.select("article.hit .kept button[name=star]")).isNotEmpty();
    String id = results.select("button[name=star]").getFirst().val();
    HttpResponse<String> answer =
        post("/lists/put", "q", "harbour", "from", "1980-01-01", "star", id);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(only().name()).isEqualTo("Saved articles");
    String fingerprint = desk().lists().entries().articles(only().id()).getFirst().fingerprint();
    String done = "/search?q=harbour&from=1980-01-01&put=" + only().id() + ".1." + fingerprint;
    assertThat(answer.headers().firstValue("Location")).contains(done + "#kept-" + id);
    assertThat(server.page(done).select("#undo .added").text()).isEqualTo("Kept on Saved articles");
    assertThat(ids()).containsExactly(id);
    Document after = server.page("/search?q=harbour");
    assertThat(after.select("button[name=unstar][aria-pressed=true]").eachAttr("value"))
        .containsExactly(id);
    assertThat(after.select(".on-lists a").text()).isEqualTo("Saved articles");
    post("/lists/put", "q", "harbour", "unstar", id);
    assertThat(ids()).isEmpty();
  }

  @Test
  void tickedArticlesGoOnTheChosenOrANewList() throws Exception {
    List<String> hits =
        server.page("/search?q=harbour+OR+tide").select("input[name=article]").eachAttr("value");
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
    assertThat(server.page("/search?q=harbour").select("#keep-list option").eachText())
        .containsExactly("Other", "Cocoa story");
    ReadingList cocoa = desk().lists().find("", "Cocoa story").orElseThrow();
    post("/lists/put", "q", "harbour", "list", cocoa.id(), "article", hits.get(1));
    assertThat(desk().lists().entries().of(cocoa.id())).hasSize(3);
  }

  @Test
  void articlePageKeepsIt() throws Exception {
    Document article = server.page("/article/harbour-1?q=pier");
    assertThat(article.select("#keep input[name=article]").val()).isEqualTo("harbour-1");
    assertThat(article.select("#keep label").text()).isEqualTo("Keep this article on a new list");
    HttpResponse<String> answer =
        post("/lists/put", "q", "pier", "at", "harbour-1", "name", "Piers", "article", "harbour-1");
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(
            place ->
                assertThat(place)
                    .startsWith("/article/harbour-1?q=pier&put=" + only().id() + ".1.")
                    .endsWith("#keep"));
    assertThat(server.page("/article/harbour-1").select(".on-lists a").text()).isEqualTo("Piers");
  }

  @Test
  void anArticleIsShownByTheSentenceThatItWasKeptFor() throws Exception {
    post("/lists/put", "q", "pier", "name", "Piers", "article", "harbour-1");
    String path = "/lists/" + only().id();
    Document page = server.page(path);
    assertThat(page.select(".entries .opening mark").eachText()).contains("pier");
    assertThat(page.select(".entries h2 a").attr("href"))
        .isEqualTo("/article/harbour-1?q=pier#hit-1");
    assertThat(server.json(path + ".json").at("/entries/0/search").asText()).isEqualTo("pier");
    post("/lists/put", "q", "nonesuch", "list", only().id(), "article", "harbour-1");
    Document without = server.page(path);
    assertThat(without.select(".entries .opening").text()).isNotEmpty();
    assertThat(without.select(".entries mark")).isEmpty();
    assertThat(without.select(".entries h2 a").attr("href")).isEqualTo("/article/harbour-1");
  }

  @Test
  void searchNamesListsAndFiltersByThem() throws Exception {
    post("/lists/put", "name", "Cocoa story", "article", "harbour-1");
    Document results = server.page("/search?q=harbour");
    assertThat(results.select("#by-list").text()).isEqualTo("Lists");
    String inList = results.select("nav[aria-labelledby=by-list] a").attr("href");
    assertThat(inList).isEqualTo("/search?q=%28harbour%29+list%3A%22Cocoa+story%22");
    assertThat(server.json(inList.replace("/search", "/search.json")).at("/total/value").asInt())
        .isEqualTo(1);
    assertThat(server.json("/search.json?q=list:any").at("/hits/0/id").asText())
        .isEqualTo("harbour-1");
    int all = server.json("/search.json?q=harbour").at("/total/value").asInt();
    JsonNode without = server.json("/search.json?q=harbour+-list:any");
    assertThat(without.at("/total/value").asInt()).isEqualTo(all - 1);
    assertThat(server.get("/search.csv?q=list:any").body()).contains("harbour-1");
    assertThat(server.json("/search.json?q=list:nonesuch").at("/query/notes/0").asText())
        .contains("there is no list “nonesuch”");
  }

  @Test
  void listIsShownNotedMovedAndTakenAway() throws Exception {
    SampleLists.write(server.folder());
    String path = SampleLists.path(server.folder());
    Document page = server.page(path);
    assertThat(page.select(".entries h2").eachText())
        .contains("The harbour board", "A story that was withdrawn");
    assertThat(page.select(".entries li").getLast().text()).contains("gone from the archive");
    assertThat(page.select(".entries li").getLast().select("h2 a")).isEmpty();
    post(path + "/entry", "entry", "01", "action", "note", "note", "one\r\ntwo <b>");
    post(path + "/entry", "entry", "02", "action", "up");
    HttpResponse<String> moved =
        post(path + "/entry", "entry", "00", "action", "down", "order", "hand", "page", "1");
    assertThat(moved.headers().firstValue("Location")).contains(path + "#e-00");
    assertThat(desk().lists().entries().of(only().id()))
        .extracting(e -> e.article().fingerprint())
        .containsExactly("02", "00", "01");
    assertThat(desk().lists().entries().of(only().id()).getLast().note()).isEqualTo("one\ntwo <b>");
    assertThat(server.page(path).select("textarea[name=note]").getLast().val())
        .isEqualTo("one\ntwo <b>");
    for (String suffix : List.of(".csv", ".ris", ".bib", ".jsonl", ".md", ".html")) {
      HttpResponse<String> file = server.get(path + suffix);
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
          .startsWith("attachment; filename=\"broadsheet-list-");
      assertThat(file.body()).contains("A story that was withdrawn", "Keep for the file.");
    }
    assertThat(server.get(path + ".html").body()).contains("one\ntwo &lt;b&gt;");
    assertThat(server.page("/lists/" + SampleLists.ADDRESS).html())
        .isEqualTo(server.page(path).html());
    assertThat(server.json(path + ".json").at("/entries/0/gone").asBoolean()).isTrue();
    assertThat(server.json("/lists.json").at("/lists/0/articles").asInt()).isEqualTo(3);
    post(path + "/entry", "entry", "02", "action", "take");
    assertThat(desk().lists().entries().of(only().id())).hasSize(2);
  }

  @Test
  void listIsMadeRenamedImportedIntoAndRemoved() throws Exception {
    String path = post("/lists", "name", "Grain").headers().firstValue("Location").orElseThrow();
    HttpResponse<String> imported =
        post(path + "/import", "table", "id,note\nharbour-1,\"first, best\"\nnobody,\n");
    assertThat(imported.headers().firstValue("Location")).contains(path + "?unknown=1");
    assertThat(server.page(path + "?unknown=1").select(".note").text()).startsWith("1 of the ids");
    assertThat(desk().lists().entries().of(only().id()))
        .extracting(ListEntry::note)
        .containsExactly("first, best");
    post(path + "/change", "name", "Barley", "shared", "yes");
    assertThat(only().name()).isEqualTo("Barley");
    assertThat(only().isShared()).isTrue();
    assertThat(server.page("/lists").select(".saved h2").text()).isEqualTo("Barley");
    post(path + "/remove");
    assertThat(desk().lists().all("")).isEmpty();
    assertThat(server.get(path).statusCode()).isEqualTo(404);
  }

  private Document pageOf(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  /** The fields of the form of a list's page, as a browser sends them, with these notes typed. */
  private String[] typed(String path, Map<String, String> notes, String... button)
      throws Exception {
    List<String> fields = new ArrayList<>();
    for (Element field : server.page(path).select("#notes [name]:not(button, [type=checkbox])")) {
      fields.add(field.attr("name"));
      fields.add(field.val());
    }
    for (int i = 0; i < fields.size(); i += 2) {
      if (fields.get(i).equals("entry")) {
        fields.set(i + 5, notes.getOrDefault(fields.get(i + 1), fields.get(i + 5)));
      }
    }
    fields.addAll(List.of(button));
    return fields.toArray(String[]::new);
  }

  private List<String> notes() {
    return desk().lists().entries().of(only().id()).stream().map(ListEntry::note).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "entry,save,02",
    "entry,up,02",
    "entry,down,00",
    "entry,take,02",
    "change,any,any",
    "import,any,any"
  })
  void whicheverButtonIsPressedAllNotesAreSaved(String path, String button, String entry)
      throws Exception {
    SampleLists.write(server.folder());
    String list = SampleLists.path(server.folder());
    String[] form =
        typed(list, Map.of("00", "one\nmore", "01", "two", "02", "three"), button, entry);
    if (path.equals("import")) {
      form = with(form, "table", "clock-1");
    }
    assertThat(post(list + "/" + path, form).statusCode()).isEqualTo(303);
    Map<String, String> kept = new HashMap<>();
    desk()
        .lists()
        .entries()
        .of(only().id())
        .forEach(e -> kept.put(e.article().fingerprint(), e.note()));
    desk()
        .lists()
        .entries()
        .taken(only().id())
        .forEach(e -> kept.put(e.article().fingerprint(), e.note()));
    assertThat(kept).containsEntry("00", "one\nmore").containsEntry("01", "two");
    assertThat(kept).containsEntry("02", "three");
  }

  private static String[] with(String[] form, String name, String value) {
    String[] changed = form.clone();
    for (int i = 0; i < changed.length; i += 2) {
      if (changed[i].equals(name)) {
        changed[i + 1] = value;
      }
    }
    return changed;
  }

  @Test
  void noteThatSomebodyElseChangedMeanwhileIsShownBesideTheTypedOne() throws Exception {
    SampleLists.write(server.folder());
    String path = SampleLists.path(server.folder());
    String[] form = typed(path, Map.of("00", "mine", "01", "also mine"), "take", "02");
    desk().lists().entries().note(only().id(), "00", "theirs <b>");
    HttpResponse<String> answer = post(path + "/entry", form);
    assertThat(answer.statusCode()).isEqualTo(409);
    Document page = pageOf(answer);
    assertThat(page.select("h1").text()).isEqualTo("Somebody else changed this note");
    assertThat(page.select(".theirs").text()).isEqualTo("theirs <b>");
    assertThat(page.select("textarea").eachText()).containsExactly("mine");
    assertThat(notes()).containsExactly("theirs <b>", "also mine", "Keep for the file.");
    String seen = page.select("input[name=seen]").val();
    assertThat(
            post(path + "/entry", "action", "both", "entry", "00", "seen", seen, "note", "mine")
                .statusCode())
        .isEqualTo(303);
    assertThat(notes()).startsWith("theirs <b>\n\nmine");
    HttpResponse<String> again =
        post(path + "/entry", "action", "note", "entry", "00", "seen", seen, "note", "mine");
    assertThat(again.statusCode()).as("it changed once more").isEqualTo(409);
    String now = pageOf(again).select("input[name=seen]").val();
    post(path + "/entry", "action", "note", "entry", "00", "seen", now, "note", "mine");
    assertThat(notes()).startsWith("mine");
  }

  @Test
  void notesThatCannotBeSavedAreGivenBack() throws Exception {
    SampleLists.write(server.folder());
    String path = SampleLists.path(server.folder());
    String tooLong = "x".repeat(ListEntry.LONGEST_NOTE + 1);
    HttpResponse<String> refused =
        post(path + "/entry", typed(path, Map.of("01", tooLong), "save", "01"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(pageOf(refused).select("textarea").val()).isEqualTo(tooLong);
    assertThat(pageOf(refused).select(".note").text()).contains("at most 10,000 characters");
    String[] form = typed(path, Map.of("00", "typed with care"), "save", "00");
    Path file = Path.of(desk().place(), "lists.db");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 3));
    HttpResponse<String> failed = post(path + "/entry", form);
    assertThat(failed.statusCode()).isEqualTo(503);
    assertThat(pageOf(failed).select("textarea").eachText()).containsExactly("typed with care");
    Files.write(file, whole);
    desk().lists().remove(only().id());
    HttpResponse<String> gone = post(path + "/entry", form);
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(pageOf(gone).select("textarea").eachText()).containsExactly("typed with care");
  }

  @Thorough
  @Test
  void notesOfAFullPageInLongLettersAreSavedAtOnce() throws Exception {
    ReadingList list = desk().lists().create("", "Full");
    List<ListEntry> full = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      full.add(
          new ListEntry(
              new ArticleRef("a" + i, HexFormat.of().toHexDigits((byte) i)),
              "Title",
              "",
              "",
              "",
              "",
              Instant.EPOCH));
    }
    desk().lists().entries().put(list.id(), full);
    Map<String, String> notes = new HashMap<>();
    full.forEach(each -> notes.put(each.article().fingerprint(), "\u6d77".repeat(10_000)));
    String path = "/lists/" + list.id();
    assertThat(post(path + "/entry", typed(path, notes, "save", "01")).statusCode()).isEqualTo(303);
    assertThat(notes()).hasSize(100).allMatch(note -> note.length() == 10_000);
  }

  @Test
  void notesAreSavedByScripts() throws Exception {
    SampleLists.write(server.folder());
    String path = SampleLists.path(server.folder()) + "/entry.json";
    String seen =
        server.page(SampleLists.path(server.folder())).select("input[name=seen]").get(1).val();
    HttpResponse<String> saved = post(path, "entry", "01", "seen", seen, "note", "mine");
    assertThat(saved.statusCode()).isEqualTo(200);
    JsonNode kept = new ObjectMapper().readTree(saved.body()).at("/notes/0");
    assertThat(kept.at("/saved").asBoolean()).isTrue();
    HttpResponse<String> stale = post(path, "entry", "01", "seen", seen, "note", "other");
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(new ObjectMapper().readTree(stale.body()).at("/notes/0/note").asText())
        .isEqualTo("mine");
    HttpResponse<String> next =
        post(path, "entry", "01", "seen", kept.at("/seen").asText(), "note", "");
    assertThat(next.statusCode()).isEqualTo(200);
    assertThat(notes().get(1)).isEmpty();
    HttpResponse<String> unknown = post(path, "entry", "ff", "seen", seen, "note", "x");
    assertThat(unknown.statusCode()).isEqualTo(409);
    assertThat(new ObjectMapper().readTree(unknown.body()).at("/notes/0/note").isNull()).isTrue();
  }

  @Test
  void whatIsTakenOffIsPutBackAsItWas() throws Exception {
    SampleLists.write(server.folder());
    String path = SampleLists.path(server.folder());
    List<ListEntry> before = desk().lists().entries().of(only().id());
    HttpResponse<String> taken = post(path + "/entry", "entry", "00", "action", "take");
    String place = taken.headers().firstValue("Location").orElseThrow();
    Document page = server.page(place.replaceFirst("#.*", ""));
    assertThat(page.select("#undo").text()).isEqualTo("Taken off: The harbour board Undo");
    assertThat(page.select(".taken li").getFirst().text())
        .isEqualTo("The harbour board with a note Put back");
    String back = page.select("#undo button[name=restore]").val();
    post(path + "/entry", "restore", back);
    assertThat(desk().lists().entries().of(only().id())).isEqualTo(before);
    assertThat(server.page(place.replaceFirst("#.*", "")).select("#undo")).isEmpty();
  }

  /** Whatever is kept can be undone, or be moved to another list, by one form without scripts. */
  @Test
  void whatIsKeptCanBeUndoneOrMoved() throws Exception {
    ReadingList old = desk().lists().create("", "Old");
    desk().lists().create("", "Wall");
    for (String at : List.of("", "harbour-1")) {
      String[] star = {"q", "harbour", "at", at, "star", "harbour-1"};
      Document kept = after(star);
      assertThat(kept.select("#undo .added").text()).isEqualTo("Kept on Wall");
      assertThat(kept.select("#undo > button:not(.unseen), #undo summary").eachText())
          .containsExactly("Undo", "Change list");
      assertThat(after(pressed(kept, "take")).select("#undo, .kept .on-lists a")).isEmpty();
      Document moved = after(pressed(after(star), "move"));
      assertThat(moved.select("#undo .added").text()).isEqualTo("Kept on Old");
      assertThat(moved.select(".on-lists a").eachText()).containsOnly("Old");
      after("unstar", "harbour-1", "target", old.id());
      desk().lists().entries().put(desk().lists().find("", "Wall").orElseThrow().id(), List.of());
    }
  }

  /** The page after a change. */
  private Document after(String... form) throws Exception {
    String place = post("/lists/put", form).headers().firstValue("Location").orElseThrow();
    return server.page(place.replaceFirst("#.*", ""));
  }

  /** The fields of the form at the foot when one of its buttons is pressed. */
  private static String[] pressed(Document page, String button) {
    List<String> form = new ArrayList<>();
    for (Element field : page.select("#undo input, #undo option, #undo button.unseen")) {
      String name = field.is("option") ? "list" : field.is("button") ? button : field.attr("name");
      form.addAll(List.of(name, field.val()));
    }
    return form.toArray(String[]::new);
  }

  @Test
  void starThatIsPressedTwiceIsUndone() throws Exception {
    for (String at : List.of("", "harbour-1")) {
      post("/lists/put", "star", "harbour-1");
      ReadingList list = only();
      String fingerprint = desk().lists().entries().articles(list.id()).getFirst().fingerprint();
      desk().lists().entries().note(list.id(), fingerprint, "the only copy");
      List<ListEntry> before = desk().lists().entries().of(list.id());
      HttpResponse<String> answer =
          post("/lists/put", "q", "harbour", "at", at, "target", list.id(), "unstar", "harbour-1");
      assertThat(desk().lists().entries().of(list.id())).isEmpty();
      Document page =
          server.page(
              answer.headers().firstValue("Location").orElseThrow().replaceFirst("#.*", ""));
      assertThat(page.select("#undo p").text()).startsWith("Removed from Saved articles: ");
      assertThat(page.select(".rail .note")).as("no note on the link").isEmpty();
      List<String> form = new ArrayList<>();
      for (Element field : page.select("#undo [name]")) {
        form.addAll(List.of(field.attr("name"), field.val()));
      }
      HttpResponse<String> back = post("/lists/put", form.toArray(String[]::new));
      assertThat(back.headers().firstValue("Location").orElseThrow())
          .contains(at.isEmpty() ? "/search?q=harbour#kept-harbour-1" : "/article/harbour-1?q=");
      assertThat(desk().lists().entries().of(list.id())).isEqualTo(before);
    }
  }

  /** A star acts on the list that its page showed, whichever was used since in another window. */
  @Test
  void starChangesTheListThatWasShown() throws Exception {
    ReadingList shown = desk().lists().create("", "Shown");
    Document results = server.page("/search?q=harbour");
    assertThat(results.select("#keep input[name=target]").val()).isEqualTo(shown.id());
    ReadingList other = desk().lists().create("", "Other");
    post("/lists/put", "target", other.id(), "star", "harbour-1");
    post("/lists/put", "target", shown.id(), "star", "harbour-1");
    post("/lists/put", "target", shown.id(), "star", "harbour-1");
    assertThat(desk().lists().entries().of(shown.id())).hasSize(1);
    desk().lists().entries().put(other.id(), List.of());
    post("/lists/put", "target", shown.id(), "unstar", "harbour-1");
    post("/lists/put", "target", shown.id(), "unstar", "harbour-1");
    assertThat(desk().lists().entries().of(shown.id())).isEmpty();
    assertThat(desk().lists().entries().of(other.id())).hasSize(1);
    assertThat(post("/lists/put", "target", "nobody", "star", "harbour-1").statusCode())
        .isEqualTo(404);
  }

  /** An article whose text was corrected is starred by its id, and comes off by it. */
  @Test
  void starOfACorrectedArticleComesOff() throws Exception {
    SampleLists.write(server.folder());
    ReadingList list = only();
    assertThat(server.page("/search?q=harbour").select("button[name=unstar]").eachAttr("value"))
        .contains("harbour-1");
    post("/lists/put", "target", list.id(), "unstar", "harbour-1");
    assertThat(ids()).doesNotContain("harbour-1");
    post("/lists/put", "target", list.id(), "star", "harbour-1");
    assertThat(desk().lists().entries().of(list.id()).getFirst().note())
        .isEqualTo("Ask who paid.\nAnd when.");
  }

  @Test
  void listIsDeletedOnlyAsItWasConfirmed() throws Exception {
    SampleLists.write(server.folder());
    String path = SampleLists.path(server.folder());
    assertThat(server.page(path).select(".manage").getLast().text())
        .contains("Deletes the list with its 3 articles and 2 notes", "cannot be undone");
    post("/lists/put", "list", only().id(), "article", "clock-1");
    HttpResponse<String> refused = post(path + "/remove", "articles", "3");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("It has 4 articles now, and nothing was deleted.");
    assertThat(ids()).hasSize(4);
    assertThat(post(path + "/remove", "articles", "4").statusCode()).isEqualTo(303);
    assertThat(desk().lists().all("")).isEmpty();
  }

  @Test
  void readMarksAreOffUntilWantedAndErasedAtAWord() throws Exception {
    assertThat(server.page("/search?q=harbour").select("button[name=read]")).isEmpty();
    post("/lists/put", "read", "harbour-1");
    assertThat(desk().readMarks().all("")).isEmpty();
    post("/lists/reading", "keep", "on");
    assertThat(server.page("/search?q=harbour").select("button[name=read]")).isNotEmpty();
    server.page("/article/harbour-1");
    assertThat(desk().readMarks().all("")).as("GET marks nothing").isEmpty();
    post("/lists/put", "at", "harbour-1", "read", "harbour-1");
    assertThat(server.page("/article/harbour-1").select("button[name=unread]").attr("aria-pressed"))
        .isEqualTo("true");
    assertThat(server.json("/search.json?q=list:read").at("/hits/0/id").asText())
        .isEqualTo("harbour-1");
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

  /** No page leads to lists if nobody can keep them. */
  @Test
  void readOnlyServerDoesNotLeadToLists() throws Exception {
    try (WebServer open = server.alsoAt("0.0.0.0")) {
      String site = "http://127.0.0.1:" + open.port();
      for (String path : List.of("/", "/search?q=tide", "/help", "/desk", "/alerts")) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site + path)).build();
        String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertThat(Jsoup.parse(body).select("a[href^=/lists]")).as(path).isEmpty();
        assertThat(Jsoup.parse(server.get(path).body()).select("a[href=/desk]")).isNotEmpty();
      }
      assertThat(server.page("/desk").select("a[href=/lists]")).isNotEmpty();
      HttpRequest desk = HttpRequest.newBuilder(URI.create(site + "/desk")).build();
      String body = client.send(desk, HttpResponse.BodyHandlers.ofString()).body();
      assertThat(Jsoup.parse(body).select("main a").eachAttr("href")).containsExactly("/alerts");
    }
  }

  /** Lists are not for everyone who can search. */
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
