package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings over HTTP: ranges, captions, the time of a hit; and nothing but recordings. */
@SuppressWarnings("NullAway.Init")
class RecordingIT {
  private static final byte[] SOUND = SpokenShelf.silence();
  private static final String RECORDING = SpokenShelf.ARTICLE + "/recording";

  @TempDir private static Path folder;
  @AutoClose private static TestServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.at(SpokenShelf.index(folder));
  }

  private HttpResponse<byte[]> ask(String method, String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address(path)))
            .method(method, HttpRequest.BodyPublishers.noBody());
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void theWholeRecordingIsSentWithItsKindAndItsSize() throws Exception {
    HttpResponse<byte[]> answer = ask("GET", RECORDING);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(SOUND);
    assertThat(header(answer, "Content-Type")).isEqualTo("audio/wav");
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Content-Encoding")).isEmpty();
    HttpResponse<byte[]> head = ask("HEAD", RECORDING);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(SOUND.length));
    assertThat(header(head, "ETag")).isEqualTo(header(answer, "ETag"));
  }

  @Test
  void aRangeIsSentAloneAndOneBeyondTheEndIsRefused() throws Exception {
    HttpResponse<byte[]> part =
        ask("GET", RECORDING, "Range", "bytes=10-49", "Accept-Encoding", "gzip");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(SOUND, 10, 50));
    assertThat(header(part, "Content-Range")).isEqualTo("bytes 10-49/" + SOUND.length);
    HttpResponse<byte[]> end = ask("GET", RECORDING, "Range", "bytes=-4");
    assertThat(end.body()).hasSize(4);
    HttpResponse<byte[]> head = ask("HEAD", RECORDING, "Range", "bytes=10-49");
    assertThat(head.statusCode()).isEqualTo(206);
    assertThat(header(head, "Content-Length")).isEqualTo("40");
    HttpResponse<byte[]> beyond = ask("GET", RECORDING, "Range", "bytes=" + SOUND.length + "-");
    assertThat(beyond.statusCode()).isEqualTo(416);
    assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */" + SOUND.length);
    assertThat(ask("GET", RECORDING, "Range", "bytes=0-1,4-5").statusCode()).isEqualTo(200);
  }

  @Test
  void aRangeOfAnotherVersionIsTheWholeFileAndAKnownOneIsNotSentAgain() throws Exception {
    String tag = header(ask("HEAD", RECORDING), "ETag");
    String range = "bytes=10-49";
    assertThat(ask("GET", RECORDING, "Range", range, "If-Range", tag).statusCode()).isEqualTo(206);
    HttpResponse<byte[]> other = ask("GET", RECORDING, "Range", range, "If-Range", "\"other\"");
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.body()).hasSize(SOUND.length);
    assertThat(ask("GET", RECORDING, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/article/lost/recording",
        "/article/outside/recording",
        "/article/page/recording",
        "/article/nobody/recording",
        "/article/nobody/captions",
        "/article/nobody/at/3",
        SpokenShelf.ARTICLE + "/at/soon",
        SpokenShelf.ARTICLE + "/at/1234567",
        SpokenShelf.ARTICLE + "/recording/other.wav"
      })
  void nothingElseIsThere(String path) throws Exception {
    assertThat(server.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void captionsAreWrittenFromTheText() throws Exception {
    HttpResponse<String> answer = server.get(SpokenShelf.ARTICLE + "/captions");
    assertThat(header(answer, "Content-Type")).startsWith("text/vtt");
    assertThat(answer.body())
        .startsWith("WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nAnna Kim: Good evening. The ferry\n")
        .contains("00:00:04.000 --> 00:00:08.000\nterminal opens today.\n")
        .contains("00:00:20.000 --> 00:00:24.500\nTom Reed: Is the quay open &amp; safe?\n");
  }

  @Test
  void aHitShowsItsTimeAndLeadsThere() throws Exception {
    JsonNode hit =
        new ObjectMapper().readTree(server.get("/search.json?q=safe").body()).path("hits").get(0);
    assertThat(hit.path("at").asDouble()).isEqualTo(20.0);
    Document results = Jsoup.parse(server.get("/search?q=safe").body());
    assertThat(results.select(".hit .kicker a").text()).isEqualTo("0:20");
    String link = results.select(".hit .kicker a").attr("href");
    assertThat(link).isEqualTo(SpokenShelf.ARTICLE + "/at/20?q=safe");
    HttpResponse<byte[]> leads = ask("GET", link);
    assertThat(leads.statusCode()).isEqualTo(302);
    assertThat(header(leads, "Location"))
        .isEqualTo(SpokenShelf.ARTICLE + "?q=safe&second=20#said-2");
  }

  @Test
  void thePagePlaysTheRecordingAndEachParagraphLeadsToItsTime() throws Exception {
    Document page = Jsoup.parse(server.get(SpokenShelf.ARTICLE + "?second=20").body());
    assertThat(page.select(".said a.at").eachText()).containsExactly("0:01", "0:20", "0:30");
    assertThat(page.select(".said a.at").eachAttr("href"))
        .containsExactly(RECORDING + "#t=1.0", RECORDING + "#t=20.0", RECORDING + "#t=30.0");
    assertThat(page.select("audio").attr("src")).isEqualTo(RECORDING + "#t=20");
    assertThat(page.select("audio track").attr("src")).isEqualTo(SpokenShelf.ARTICLE + "/captions");
    Document lost = Jsoup.parse(server.get("/article/lost").body());
    assertThat(lost.select("audio, video")).isEmpty();
    assertThat(lost.select(".said a.at").attr("href")).isEqualTo("#said-1");
  }

  @Test
  void speakersAreFoundCountedAndFiltered() throws Exception {
    JsonNode found = new ObjectMapper().readTree(server.get("/search.json?q=speaker:kim").body());
    assertThat(found.path("hits")).hasSize(1);
    assertThat(found.path("facets").path("speaker").findValuesAsText("value"))
        .isEqualTo(List.of("Anna Kim", "Tom Reed"));
    assertThat(server.get("/search.json?speaker=Tom+Reed").body()).contains(SpokenShelf.ID);
    JsonNode article =
        new ObjectMapper().readTree(server.get(SpokenShelf.ARTICLE + ".json").body());
    assertThat(article.path("speaker").get(1).asText()).isEqualTo("Tom Reed");
  }

  @Test
  void linesInContextHaveTheirTime() throws Exception {
    JsonNode lines =
        new ObjectMapper().readTree(server.get("/words.json?q=quay").body()).path("lines");
    assertThat(lines.findValuesAsText("at")).containsExactly("20.0", "30.0");
    Document page = Jsoup.parse(server.get("/words?q=tomorrow").body());
    assertThat(page.select("td.number a").attr("href"))
        .isEqualTo(SpokenShelf.ARTICLE + "/at/30?q=tomorrow");
  }
}
