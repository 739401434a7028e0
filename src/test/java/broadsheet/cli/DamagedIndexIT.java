package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.lucene.IndexBlocks;
import broadsheet.lucene.ManyArticles;
import broadsheet.lucene.TestIndex;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers of a server when blocks of its index are damaged that opening it does not read. */
class DamagedIndexIT {

  private static final int ARTICLES = 300;
  private static final int ROUNDS = 10;
  private static final Duration IN_TIME = Duration.ofSeconds(5);

  private static final List<String> PATHS =
      List.of(
          "/search?q=oil",
          "/search.json?q=%22the+oil%22",
          "/search.csv?q=oil+-it",
          "/article/made-up-3?q=%22the+oil%22",
          "/corpus",
          "/trends.json?q=oil",
          "/suggest?q=oi");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"fdt", "doc", "dvd"})
  void damageIsNamedOnPagesInDataAndInOneLineOfTheLog(String kind) throws Exception {
    Path index = folder.resolve("index");
    TestIndex.build(index, ManyArticles.of(ARTICLES, 1));
    try (Serving serving = Serving.of(index)) {
      assertThat(serving.get("/healthz").statusCode()).isEqualTo(200);
      for (IndexBlocks blocks : IndexBlocks.of(index, List.of(kind))) {
        blocks.destroy(new Random(1));
      }
      int refused = 0;
      for (int i = 0; i < ROUNDS * PATHS.size(); i++) {
        refused += isRefused(serving, PATHS.get(i % PATHS.size())) ? 1 : 0;
      }
      assertThat(refused).as("requests that met the damage").isPositive();
      assertUnhealthy(serving);
      assertThat(serving.program().err().lines().filter(line -> line.contains("damaged")))
          .as(serving.program().err())
          .hasSize(1)
          .allMatch(line -> line.contains("." + kind));
      assertThat(serving.program().err()).doesNotContain("\tat ");
    }
  }

  /** Whether it met the damage; fails where it is answered in another way than it should. */
  private static boolean isRefused(Serving serving, String path) throws Exception {
    HttpResponse<String> answer = serving.get(path);
    if (answer.statusCode() == 200) {
      return false;
    }
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(503);
    assertThat(answer.body())
        .contains("The index is damaged", "./broadsheet check", "./broadsheet index PATH");
    boolean isPage = path.startsWith("/search?") || path.startsWith("/article/");
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith(isPage || path.equals("/corpus") ? "text/html" : "application/problem+json");
    return true;
  }

  private static void assertUnhealthy(Serving serving) throws Exception {
    long end = System.nanoTime() + IN_TIME.toNanos();
    HttpResponse<String> health = serving.get("/healthz");
    while (health.statusCode() == 200 && System.nanoTime() < end) {
      Thread.sleep(100);
      health = serving.get("/healthz");
    }
    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(health.body()).contains("Files of the index are damaged", "./broadsheet check");
  }
}
