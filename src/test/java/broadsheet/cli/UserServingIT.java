package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process removes and renames users while a server is running. */
class UserServingIT {

  @TempDir private Path folder;

  @Test
  void runningServerSeesRenamedAndRemovedUsersAtOnce() throws Exception {
    Path index = folder.resolve("index");
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Files.writeString(corpus.resolve("pier.txt"), "Headline\n\nA pier was opened.\n");
    assertThat(Program.on(index, "index", corpus.toString()).exitCode()).isZero();
    try (Serving serving =
            Serving.of(
                index,
                "--public-url",
                "https://archive.example.org",
                "--trust-proxy",
                "127.0.0.1",
                "--user-header",
                "X-Remote-User");
        HttpClient client = HttpClient.newHttpClient()) {
      User ada = new User(serving, client, "ada");
      User bert = new User(serving, client, "bert");
      User countess = new User(serving, client, "countess");
      ada.post("/lists", "name=Cocoa");
      ada.post("/alerts", "q=pier");
      bert.post("/lists", "name=Grain");
      assertThat(run(index, "user", "rename", "ada", "countess").exitCode()).isZero();
      assertThat(ada.get("/lists.json").path("lists")).isEmpty();
      assertThat(countess.get("/lists.json").at("/lists/0/name").asText()).isEqualTo("Cocoa");
      assertThat(countess.get("/alerts.json").path("alerts")).hasSize(1);
      countess.post("/lists", "name=Barley");
      assertThat(run(index, "user", "remove", "countess").exitCode()).isZero();
      assertThat(countess.get("/lists.json").path("lists")).isEmpty();
      assertThat(countess.get("/alerts.json").path("alerts")).isEmpty();
      assertThat(bert.get("/lists.json").path("lists")).hasSize(1);
    }
    assertThat(said(folder.resolve("index.desk/audit.jsonl")))
        .containsExactly(
            "server ada list made",
            "server ada search saved",
            "server bert list made",
            "command line  user renamed",
            "server countess list made",
            "command line  user removed");
  }

  private static Program.Ended run(Path index, String... args) throws Exception {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--index", index.toString()));
    return Program.run(all.toArray(String[]::new));
  }

  private static List<String> said(Path log) throws IOException {
    List<String> said = new ArrayList<>();
    for (String each : Files.readAllLines(log)) {
      JsonNode line = new ObjectMapper().readTree(each);
      said.add(
          String.join(
              " ",
              line.path("by").asText(),
              line.path("user").asText(),
              line.path("what").asText()));
    }
    return said;
  }

  /** A reader whose name a proxy sends. */
  private record User(Serving serving, HttpClient client, String name) {

    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(serving.address().resolve(path))
          .header("X-Remote-User", name)
          .header("Sec-Fetch-Site", "same-origin");
    }

    JsonNode get(String path) throws Exception {
      HttpResponse<String> answer =
          client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
      return new ObjectMapper().readTree(answer.body());
    }

    void post(String path, String form) throws Exception {
      HttpRequest request =
          request(path)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build();
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(303);
    }
  }
}
