package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.ItemVersion;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ReadingList;
import broadsheet.engine.NameMode;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import broadsheet.lucene.index.IndexFolder;
import broadsheet.lucene.index.LuceneIndexingSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages that readers see for an article that its provider withdrew. */
class WithdrawnIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ID = "killed-1";
  private static final String TITLE = "Quayside tower falls";
  private static final ItemVersion ITEM = ItemVersion.of("", "urn:example:tower", "1");

  @AutoClose private TestServer server;

  @BeforeEach
  void start() throws Exception {
    List<Article> articles = new ArrayList<>(SampleArticles.all());
    articles.add(
        Article.withId(ID)
            .title(TITLE)
            .paragraphs(List.of("The quayside tower fell on Monday."))
            .url("https://example.org/tower")
            .items(List.of(ITEM))
            .build());
    server = TestServer.over(articles);
  }

  private void withdraw() throws InterruptedException {
    try (LuceneIndexingSession session =
        LuceneIndexingSession.update(IndexFolder.searched(server.folder()), NameMode.AS_IS)) {
      LedgerEntry notice =
          new LedgerEntry(Outcome.SKIPPED, "/n", LedgerEntry.WITHDRAWN, "canceled");
      session.enter("/n", notice.withdrawing(List.of(ITEM), List.of()));
      session.commit(session.sources());
    }
    Thread.sleep(1_000); // at most so long is the state before shown
  }

  private JsonNode verdict(String address) throws Exception {
    JsonNode report = JSON.readTree(server.get(address + ".json").body());
    for (int tries = 0; !report.path("isDone").asBoolean() && tries < 600; tries++) {
      Thread.sleep(50);
      report = JSON.readTree(server.get(address + ".json").body());
    }
    return report.path("findings").path(0);
  }

  @Test
  void verdictsOnADraftForgetTheirWords() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String address =
          UploadingClient.send(
                  client,
                  server.address(""),
                  "/verify",
                  Map.of("text", "“The quayside tower fell on Monday.”"))
              .headers()
              .firstValue("Location")
              .orElseThrow();
      assertThat(verdict(address).path("verdict").asText()).isEqualTo("verbatim");
      withdraw();
      assertThat(verdict(address).path("verdict").asText()).isEqualTo("absent");
      assertThat(server.get(address).body()).doesNotContain(TITLE);
    }
  }

  private String keep() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address("/lists/put")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString("q=tower&name=Towers&article=" + ID))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(request, HttpResponse.BodyHandlers.discarding());
    }
    ReadingList list = server.desk().lists().all("").getFirst();
    ListEntry entry = server.desk().lists().entries().of(list.id()).getFirst();
    server
        .desk()
        .lists()
        .entries()
        .note(list.id(), entry.article().fingerprint(), "Ask the harbour master.");
    return "/lists/" + list.id();
  }

  private List<String> fingerprints(String list) {
    String id = list.substring(list.lastIndexOf('/') + 1);
    return server.desk().lists().entries().of(id).stream()
        .map(entry -> entry.article().fingerprint())
        .toList();
  }

  @Test
  void withdrawnArticleIsGoneWithItsHeadline() throws Exception {
    assertThat(server.get("/article/" + ID).body()).contains(TITLE);
    String list = keep();
    withdraw();
    for (String form : List.of("", ".json", ".ris", ".bib", "/why?q=tower", "/why.json?q=tower")) {
      HttpResponse<String> answer = server.get("/article/" + ID + form);
      assertThat(answer.statusCode()).as(form).isEqualTo(410);
      assertThat(answer.body()).as(form).contains("withdrawn by its agency").doesNotContain(TITLE);
    }
    for (String form : List.of("", ".json", ".csv", ".jsonl", ".ris", ".bib", ".atom")) {
      assertThat(server.get("/search" + form + "?q=quayside+tower+falls").body())
          .as(form)
          .doesNotContain(TITLE)
          .doesNotContain(ID);
    }
    assertThat(server.get("/suggest?q=quaysi").body()).doesNotContain("quayside tower");
    assertThat(server.get("/article/nobody").statusCode()).isEqualTo(404);
    String page = Jsoup.parse(server.get(list).body()).text();
    assertThat(page).contains("withdrawn by its agency");
    assertThat(server.get(list + ".json").body()).contains("\"withdrawn\":true");
    for (String form : List.of("", ".json", ".csv", ".jsonl", ".ris", ".bib", ".md", ".html")) {
      assertThat(server.get(list + form).body())
          .as(form)
          .contains("Withdrawn article")
          .contains("Ask the harbour master.")
          .doesNotContain(TITLE)
          .doesNotContain("example.org/tower")
          .doesNotContain("fell on Monday");
    }
    server
        .desk()
        .lists()
        .entries()
        .take(list.substring(list.lastIndexOf('/') + 1), fingerprints(list));
    assertThat(server.get(list).body()).contains("Withdrawn article").doesNotContain(TITLE);
    assertThat(server.get("/corpus/files?show=skipped").body()).contains("withdrawn");
  }
}
