package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.export.ExportFormat;
import broadsheet.web.takeaway.ExportHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A download contains all articles that its page counts, or states which it leaves out. */
class DownloadIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    List<Article> articles = new ArrayList<>(SampleArticles.all());
    for (int i = 0; i < 700; i++) {
      articles.add(
          Article.withId("gull-" + i)
              .title("Gull count " + i)
              .paragraphs(List.of("Gulls were counted at station number " + i + "."))
              .source(i % 2 == 0 ? "The Evening Lantern" : "The Morning Gull")
              .publishedAt(PublicationDate.stated("19" + (10 + i % 80)))
              .build());
    }
    server = TestServer.over(articles);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=tide",
        "q=clock+tower",
        "q=clock+tower&duplicates=show",
        "q=clock+tower&sort=oldest",
        "q=harbour+grain",
        "q=harbour+grain&sort=newest",
        "q=harbour+board+grain+pier",
        "q=harbour+board+grain+pier&sort=newest",
        "q=barley+AND+balloon",
        "q=barley+balloon+harbour+gulls",
        "q=gulls",
        "q=gulls&source=The+Morning+Gull&sort=newest",
        "q=gulls&from=1950-01-01&to=1959-12-31",
        "q=gull*&year=1931",
        "q=tide&mode=hybrid",
        "q=nothinglikethis",
        "q=date:unknown",
        ""
      })
  void eachFormatHoldsWhatItsPageSays(String query) throws Exception {
    JsonNode counted = JSON.readTree(server.get("/search.json?" + query).body());
    long total = counted.at("/total/value").asLong();
    long folded = counted.at("/folded").asLong();
    for (ExportFormat format : ExportFormat.OF_SEARCHES) {
      HttpResponse<String> file = server.get(ExportHandler.path(format) + "?" + query);
      assertThat(rows(format, file.body())).as(format + " of " + query).isEqualTo(total - folded);
      assertThat(file.headers().firstValue("Broadsheet-Articles"))
          .contains(Long.toString(total - folded));
      assertThat(file.headers().firstValue("Broadsheet-Left-Out").orElse("").contains("reprint"))
          .isEqualTo(folded > 0);
      HttpResponse<String> head = server.send("HEAD", ExportHandler.path(format) + "?" + query);
      assertThat(head.headers().firstValue("Broadsheet-Articles"))
          .contains(Long.toString(total - folded));
    }
    Document page = Jsoup.parse(server.get("/search?" + query).body());
    if (total > 0) {
      assertThat(page.select("details.share .take-away").getFirst().text())
          .startsWith(
              folded > 0 ? "Download " + (total - folded) + " of " + total + " " : "Download");
      boolean isFollowed =
          counted.at("/tiers/some").asLong() > 0 && counted.at("/tiers/all").asLong() == total;
      assertThat(page.select(".left-out")).hasSize((folded > 0 ? 1 : 0) + (isFollowed ? 1 : 0));
    }
  }

  private static long rows(ExportFormat format, String file) {
    return switch (format) {
      case CSV -> file.lines().count() - 1;
      case JSONL -> file.lines().count();
      case RIS -> Pattern.compile("(?m)^ER  - ").matcher(file).results().count();
      case BIB -> Pattern.compile("(?m)^@article").matcher(file).results().count();
      case MD, HTML -> throw new IllegalArgumentException(format + " is for lists only");
    };
  }

  /** Otherwise the table above would miss the cases it is for. */
  @Test
  void tableHasQueriesOfListsAndOfBothTiersAndWithReprints() throws Exception {
    JsonNode list = JSON.readTree(server.get("/search.json?q=harbour+board+grain+pier").body());
    assertThat(list.at("/tiers/all").asLong()).isPositive();
    assertThat(list.at("/total/value").asLong()).isGreaterThan(list.at("/tiers/all").asLong());
    JsonNode followed =
        JSON.readTree(server.get("/search.json?q=harbour+grain").body()).at("/tiers");
    assertThat(followed.at("/all").asLong()).isPositive();
    assertThat(followed.at("/some").asLong()).isPositive();
    JsonNode instead =
        JSON.readTree(server.get("/search.json?q=barley+balloon+harbour+gulls").body())
            .at("/tiers");
    assertThat(instead.at("/all").asLong()).isZero();
    assertThat(instead.at("/some").asLong()).isPositive();
    assertThat(
            JSON.readTree(server.get("/search.json?q=clock+tower").body()).at("/folded").asLong())
        .isPositive();
  }

  @Test
  void whatIsLeftOutCanBeHadAndIsSaidWhereTheFormatHasRoom() throws Exception {
    Document page = Jsoup.parse(server.get("/search?q=clock+tower").body());
    List<String> whole =
        page.select("details.share .take-away").getLast().select("a").eachAttr("href");
    assertThat(whole).hasSize(4).allMatch(link -> link.contains("duplicates=show"));
    long total =
        JSON.readTree(server.get("/search.json?q=clock+tower").body()).at("/total/value").asLong();
    assertThat(rows(ExportFormat.CSV, server.get(whole.getFirst()).body())).isEqualTo(total);
    assertThat(server.get("/search.bib?q=clock+tower").body())
        .startsWith(
            "% This file holds "
                + (total - 1)
                + " of "
                + total
                + " articles. 1 reprint is left out");
    assertThat(server.get("/search.bib?q=clock+tower&duplicates=show").body())
        .startsWith("@article");
  }

  @Test
  void feedSaysWhichPartItHas() throws Exception {
    assertThat(subtitle("q=gulls")).isEqualTo("The 50 newest of 700 articles");
    assertThat(subtitle("q=clock+tower")).contains(" of ", "1 reprint is left out");
    assertThat(subtitle("q=barley+balloon+harbour+gulls"))
        .isEqualTo("No article matches the whole query.");
  }

  private static String subtitle(String query) throws Exception {
    return Jsoup.parse(server.get("/search.atom?" + query).body()).select("subtitle").text();
  }

  /** Without chunks, a connection that is closed looks like the end of the file. */
  @Test
  void cutOffDownloadIsNoWholeOneForOldClientsEither() throws Exception {
    assertThat(isReset("/search.csv?q=tornword")).isTrue();
    assertThat(isReset("/search.csv?q=gulls")).isFalse();
  }

  private static boolean isReset(String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      while (in.read() >= 0) {
        // until its end
      }
      return false;
    } catch (SocketException e) {
      return true;
    }
  }
}
