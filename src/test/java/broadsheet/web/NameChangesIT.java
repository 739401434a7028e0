package broadsheet.web;

import static broadsheet.web.NamedStories.MENTIONING;
import static broadsheet.web.NamedStories.VOLCKER;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editors correct a name on its page, and undo that. */
@Smoke
class NameChangesIT {

  @AutoClose private TestServer server;

  @BeforeEach
  void start(@TempDir Path folder) {
    server = NamedStories.server(folder);
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.address(path)))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Sec-Fetch-Site", "same-origin")
              .POST(BodyPublishers.ofString(form))
              .build();
      return client.send(request, BodyHandlers.ofString());
    }
  }

  private static String place(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void aNameIsRenamedAndThatIsUndone() throws Exception {
    String form = server.page(VOLCKER).select("form[action$=correct]").attr("action");
    String renamed = place(post(form, "as=Volcker%2C+Paul+A.&as-kind=person&form="));
    Document page = server.page(renamed);
    assertThat(page.select("h1").text()).isEqualTo("Volcker, Paul A.");
    assertThat(page.select(".status").text()).contains(MENTIONING + " articles");
    assertThat(page.select("details li").text())
        .contains("person “Paul Volcker” becomes person “Volcker, Paul A.”");
    assertThat(server.page("/article/rates-1").select("a.name").eachText())
        .contains("Paul Volcker");
    String all = place(post(page.select("form[action$=undo]").attr("action"), ""));
    assertThat(server.page(all).select("h1").text()).isEqualTo("Corrections of names");
    assertThat(server.page(all).select("form[action$=undo]")).isEmpty();
    assertThat(server.page(VOLCKER).select(".status").text())
        .contains(MENTIONING + 1 + " articles");
  }

  @Test
  void aFormLeadsToItsNameAlsoAfterAMerge() throws Exception {
    place(post(VOLCKER + "/correct", "as=Tall+Paul&as-kind=person"));
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.address("/name/place/Paul%20Volcker"))).build();
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location")).contains("/name/person/Tall%20Paul");
    }
  }

  @Test
  void aNameIsAddedByTheFormThatArticlesWrite() throws Exception {
    HttpResponse<String> none = post("/names/add", "name=Nosuch&kind=person");
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(none.body()).contains("no article has “Nosuch”");
    String added = place(post("/names/add", "name=Tall+Paul&kind=person&form=Paul+Volcker"));
    assertThat(server.page(added).select("h1").text()).isEqualTo("Tall Paul");
    assertThat(server.page("/article/rates-1").select("a.name").eachText())
        .contains("Paul Volcker");
    HttpResponse<String> again = post("/names/add", "name=Tall+Paul&kind=person&form=Paul+Volcker");
    assertThat(again.body()).contains("stands for Tall Paul already");
    assertThat(post("/name/person/Nosuch/correct", "hide=1").body())
        .contains("the archive has no person “Nosuch”");
  }

  @Test
  void aNameIsHidden() throws Exception {
    String form = server.page(VOLCKER).select("form[action$=correct]").attr("action");
    String all = place(post(form, "as=Paul+Volcker&as-kind=person&hide=1"));
    assertThat(server.page(all).select("li").text()).contains("person “Paul Volcker” is hidden");
    assertThat(server.page("/article/rates-1").select("a.name").eachText())
        .doesNotContain("Paul Volcker");
    Document stated = server.page(VOLCKER);
    assertThat(stated.select(".status").text()).contains("1 article", "stated in metadata");
    assertThat(stated.select("form[action$=correct]")).isEmpty();
  }

  @Test
  void whatChangesNothingIsRefusedWithAReason() throws Exception {
    HttpResponse<String> same = post(VOLCKER + "/correct", "as=Paul+Volcker&as-kind=person");
    assertThat(same.statusCode()).isEqualTo(400);
    assertThat(same.body()).contains("would change nothing");
    HttpResponse<String> unknown = post(VOLCKER + "/correct", "as-kind=ship");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("person, organisation or place");
    assertThat(post("/names/7/undo", "").statusCode()).isEqualTo(303);
    assertThat(post("/names/x/undo", "").statusCode()).isEqualTo(404);
  }
}
