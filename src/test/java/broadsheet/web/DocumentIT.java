package broadsheet.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.pdf.PdfSamples;
import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of several pages or files: their hits, their strip of parts, their issue. */
class DocumentIT {
  @TempDir static Path folder;

  @AutoClose private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    Path shelf = Files.createDirectories(folder.resolve("shelf"));
    byte[] report = PdfSamples.pdf(document -> PdfSamples.report(document, 31));
    Files.write(shelf.resolve("report.pdf"), report);
    Files.write(
        shelf.resolve("book.pdf"), PdfSamples.pdf(document -> PdfSamples.report(document, 450)));
    Files.writeString(shelf.resolve("gazette.txt"), gazette(), UTF_8);
    Files.write(
        Files.createDirectories(shelf.resolve("Evening Ember")).resolve("1931-05-04.pdf"),
        DrawnPages.paper());
    Files.writeString(
        shelf.resolve("letter.eml"),
        "From: ada@a.example\nTo: tom@b.example\nSubject: Soundings\n"
            + "Content-Type: multipart/mixed; boundary=b\n\n"
            + "--b\nContent-Type: text/plain\n\nSee the annex on shoals.\n"
            + "--b\nContent-Type: application/pdf; name=annex.pdf\n"
            + "Content-Transfer-Encoding: base64\n\n"
            + Base64.getEncoder().encodeToString(DrawnPages.paper())
            + "\n--b--\n",
        UTF_8);
    Path index = folder.resolve("index");
    Indexing.rebuild(index, List.of(shelf))
        .run(new IndexingLog(new PrintWriter(new StringWriter()), Progress.Display.NONE));
    server = TestServer.at(index);
  }

  /** A text of more than a megabyte. */
  private static String gazette() {
    return IntStream.rangeClosed(1, 2_000)
        .mapToObj(i -> "Notice " + i + " of the gazette" + (i == 1_500 ? " on dredgers. " : ". "))
        .map(notice -> notice + "The harbour board hears objections. ".repeat(15))
        .collect(Collectors.joining("\n\n", "Gazette\n\n", "\n"));
  }

  @Test
  void longTextIsShownInPartsAndOpensAtItsMatch() throws Exception {
    Document first = server.page("/article/gazette");
    assertThat(first.html().length()).isBetween(50_000, 200_000);
    assertThat(first.select("#text").text()).contains("Notice 1 of").doesNotContain("Notice 1500 ");
    List<String> links = first.select(".story > .note a").eachAttr("href");
    assertThat(links.getFirst()).isEqualTo("/article/gazette?part=2#text");
    assertThat(server.page("/article/gazette?part=all").select("#text p")).hasSize(2_000);
    Document found = server.page("/article/gazette?q=dredgers");
    assertThat(found.select("#text #hit-1").text()).isEqualTo("dredgers");
    assertThat(found.select(".parts a:has(b)")).hasSize(1);
    assertThat(
            server.page("/article/gazette?q=dredgers&part=1").select(".steps a").eachAttr("href"))
        .allMatch(href -> href.matches("/article/gazette\\?q=dredgers&part=\\d+#hit-1"));
    int offset = gazette().indexOf("dredgers") - "Gazette\n\n".length() - 2 * 1_499;
    assertThat(
            server
                .get("/article/gazette?q=dredgers&at=body." + offset)
                .headers()
                .firstValue("Location"))
        .hasValueSatisfying(at -> assertThat(at).endsWith("?q=dredgers&part=10#hit-1"));
    Document next = server.page("/article/gazette?part=2");
    assertThat(next.select("form[action=/lists/put] input[name=part]").attr("value"))
        .isEqualTo("2");
    assertThat(next.select("#text").text())
        .startsWith("Notice " + (first.select("#text p").size() + 1) + " of the gazette");
    assertThat(server.get("/article/gazette.json").body())
        .contains("Notice 1 of", "Notice 2000 of");
  }

  @Test
  void hitNamesItsBestPageAndItsFileAndLeadsThere() throws Exception {
    Element hit =
        server.page("/search?q=only14+sitting").select(".hit").stream()
            .filter(one -> one.text().contains("report.pdf"))
            .findFirst()
            .orElseThrow();
    assertThat(hit.select(".printed-on").eachText()).containsExactly("page 14 of 31", "report.pdf");
    assertThat(hit.expectFirst(".strip img").attr("src"))
        .startsWith("/article/report/scan/14?size=strip&region=pct:");
    String href = hit.expectFirst("h2 a").attr("href");
    assertThat(href).endsWith("#page-14");
    Document article = server.page(href.replaceAll("#.*", ""));
    assertThat(article.select("#page-14")).hasSize(1);
    assertThat(article.expectFirst("#page-14").nextSibling()).asString().contains("The inquiry");
    assertThat(article.expectFirst("#page-14 a").attr("href")).isEqualTo("/article/report/scan/14");
    assertThat(server.page("/search?q=only2+only14").select(".hit .printed-on").eachText())
        .contains("report.pdf", "book.pdf");
  }

  @Test
  void stripCountsTheMatchesOnEachPage() throws Exception {
    Document article = server.page("/article/report?q=only3+OR+only14+OR+%22only14+and%22");
    assertThat(article.select(".parts a")).hasSize(31);
    assertThat(article.select(".parts a:has(b)").eachAttr("href"))
        .extracting(href -> href.replaceAll(".*#", ""))
        .containsExactly("page-3", "page-14");
    assertThat(article.select(".scans figure")).hasSize(2);
    assertThat(article.select(".kicker").text()).contains("31 pages · report.pdf");
    assertThat(server.page("/article/report").select(".scans figure")).hasSize(12);
  }

  @Test
  void longDocumentIsShownInStretches() throws Exception {
    Document hits = server.page("/search?q=only333");
    String href = hits.expectFirst(".hit h2 a").attr("href");
    assertThat(href).endsWith("&part=333#page-333");
    Document article = server.page(href.replaceAll("#.*", ""));
    assertThat(article.select("#page-333, #page-201, #page-400")).hasSize(3);
    assertThat(article.select("#page-200, #page-402")).isEmpty();
    assertThat(article.select("#text").text()).contains("only333").doesNotContain("only199 ");
    assertThat(article.select(".parts a")).hasSizeLessThan(60);
    assertThat(article.select("#text + .note, .filed").size()).isPositive();
    List<String> others = article.select(".story > .note a").eachAttr("href");
    assertThat(others.getFirst()).endsWith("part=1#page-1");
    assertThat(server.page(others.get(1).replaceAll("#.*", "")).select("#page-450")).hasSize(1);
    assertThat(server.get("/article/book?part=x").statusCode()).isEqualTo(400);
  }

  @Test
  void messageIsFoundByWordsOfItselfAndOfItsAttachment() throws Exception {
    Element hit = server.page("/search?q=shoals+AND+orchard+AND+nothing").expectFirst(".hit");
    assertThat(hit.expectFirst("h2").text()).isEqualTo("Soundings");
    assertThat(hit.select(".printed-on").eachText()).containsExactly("annex.pdf, 3", "letter.eml");
    Document article = server.page("/article/letter");
    assertThat(article.select(".parts a").eachText())
        .extracting(text -> text.replaceAll("^(.+) \\1$", "$1"))
        .hasSize(5);
    assertThat(article.select(".scans")).isEmpty();
  }

  @Test
  void issueThatIsOneDocumentIsShownPageByPage() throws Exception {
    Document issue = server.page("/issues?source=Evening+Ember&date=1931-05-04");
    assertThat(issue.select(".issue-page h2").eachText())
        .containsExactly("Page 1", "Page 2", "Page 3", "Page 4");
    assertThat(issue.select(".issue-page img")).hasSize(4);
    assertThat(issue.select(".issue-page li a").eachAttr("href"))
        .extracting(href -> href.replaceAll(".*?(#.*)?$", "$1"))
        .containsExactly("", "#page-2", "#page-3", "#page-4");
  }
}
