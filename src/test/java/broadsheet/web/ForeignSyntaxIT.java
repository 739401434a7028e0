package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ForeignSyntax;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries in the syntax of other engines are answered at every address. */
class ForeignSyntaxIT {

  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/search?q=",
        "/search.json?q=",
        "/search.atom?q=",
        "/search.csv?q=",
        "/suggest?q=",
        "/trends.json?q="
      })
  void everyAddressAnswers(String address) throws Exception {
    List<String> pieces = ForeignSyntax.all();
    for (int i = 0; i < pieces.size(); i += 9) {
      assertAnswered(address, pieces.get(i));
    }
  }

  @Test
  void rangesWithoutEndsAreAnswered() throws Exception {
    for (String text : List.of("date:[* TO *]", "{* TO *}", "[*TO*]", "title:>=*", "words:*..*")) {
      assertAnswered("/search?q=", text);
      assertAnswered("/article/" + SampleArticles.SEED_ID + "?q=", text);
    }
  }

  private static void assertAnswered(String address, String text) throws Exception {
    String path = address + URLEncoder.encode(text, StandardCharsets.UTF_8);
    assertThat(server.get(path).statusCode()).as(path).isEqualTo(200);
  }
}
