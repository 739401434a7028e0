package broadsheet.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Malicious or damaged XML. */
class XmlSafetyTest {
  private static final List<String> FORMATS =
      List.of(
          "nitf",
          "newsml-g2",
          "newsml1",
          "rcv1",
          "wxr",
          "xml",
          "trec",
          "factiva-xml",
          "gale",
          "oai-dc");

  @TempDir Path folder;

  private static String nitf(String prolog, String text) {
    return prolog
        + "<nitf><head><title>Title</title></head><body><body.content><p>"
        + text
        + "</p></body.content></body></nitf>";
  }

  @Test
  void externalEntityIsNotRead() {
    Path secret = Reading.write(folder, "secret.bin", "TOP SECRET WORDS".getBytes(UTF_8));
    String prolog =
        "<?xml version=\"1.0\"?><!DOCTYPE nitf [<!ENTITY xxe SYSTEM \"" + secret.toUri() + "\">]>";
    Article article = Reading.of(folder, "a.xml", nitf(prolog, "Before &xxe; after.")).only();
    assertThat(article.paragraphs()).containsExactly("Before &xxe; after.");
  }

  @Test
  void nothingIsFetched() throws IOException {
    AtomicInteger requests = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      String prolog =
          "<!DOCTYPE nitf PUBLIC \"-//X//Y\" \"%1$sa.dtd\" [<!ENTITY %% p SYSTEM \"%1$sp\"> %%p;"
              + "<!ENTITY x SYSTEM \"%1$sx\">]>";
      String text = "&x; <xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"%1$si\"/>";
      String file = nitf(prolog, text).replace("%1$s", url).replace("%%", "%");
      assertThat(Reading.of(folder, "a.xml", file).articles()).hasSize(1);
    } finally {
      server.stop(0);
    }
    assertThat(requests).hasValue(0);
  }

  @Test
  void entitiesDoNotExpand() {
    StringBuilder prolog = new StringBuilder("<!DOCTYPE nitf [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      String twice = ("&a" + (i - 1) + ";").repeat(10);
      prolog.append("<!ENTITY a").append(i).append(" \"").append(twice).append("\">");
    }
    String file = nitf(prolog.append("]>").toString(), "&a29;");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () ->
            assertThat(Reading.of(folder, "a.xml", file).only().paragraphs())
                .containsExactly("&a29;"));
  }

  @Test
  void itemsNestedWithoutEndDoNotOverflow() {
    Article article =
        Reading.of(folder, "a.xml", nitf("", "<block><q>word ".repeat(50_000))).only();
    assertThat(article.paragraphs()).isNotEmpty();
    Article document =
        Reading.of(
                folder,
                "a.sgm",
                "<DOC><DOCNO>X1</DOCNO><TEXT>" + "<P> word\n".repeat(50_000) + "</TEXT></DOC>")
            .only();
    assertThat(document.paragraphs()).hasSize(50_000);
  }

  @Test
  void itemThatLosesItsEndCostsOnlyItself() {
    String good =
        "<newsItem guid=\"g\"><contentMeta><headline>Good</headline></contentMeta></newsItem>";
    String bad = "<newsItem guid=\"b\"><contentMeta><headline>Bad & <br></contentMeta>";
    Reading reading =
        Reading.of(folder, "a.xml", "<newsMessage><itemSet>" + good + bad + good + bad);
    assertThat(reading.articles()).extracting(Article::title).containsExactly("Good", "Good");
    assertThat(reading.ledger().entries(Outcome.FAILED))
        .extracting(LedgerEntry::place)
        .satisfiesExactly(
            second -> assertThat(second).endsWith("#2"), last -> assertThat(last).endsWith("#4"));
  }

  @Test
  void itemThatIsTooLongCostsOnlyItself() {
    String tooLong =
        "<newsItem guid=\"a\"><p>" + "long text ".repeat(1_800_000) + "</p></newsItem>";
    String next =
        "<newsItem guid=\"b\"><contentMeta><headline>Next</headline></contentMeta></newsItem>";
    Reading reading =
        Reading.of(folder, "a.xml", "<newsMessage>" + tooLong + next + "</newsMessage>");
    assertThat(reading.only().title()).isEqualTo("Next");
    assertThat(reading.ledger().reasons(Outcome.FAILED)).containsOnlyKeys(Records.TOO_LONG);
  }

  static Stream<String> formats() {
    return FORMATS.stream();
  }

  /** Files cut, shuffled and corrupted at random; the seed is in the message. */
  @ParameterizedTest
  @MethodSource("formats")
  void damageEndsInTheLedger(String format) {
    for (int seed = 0; seed < 60; seed++) {
      byte[] bytes = spoilt(FormatSamples.of(format), new Random(seed));
      Path file = Reading.write(folder, "a.xml", bytes);
      Reading reading = Reading.of(TestCorpus.of(List.of(file), Reading.TODAY).readAs(format));
      assertThat(reading.ledger().totals().read()).as("seed %d", seed).isPositive();
      assertThat(reading.articles())
          .as("seed %d", seed)
          .allSatisfy(a -> assertThat(a.paragraphs()).isEqualTo(CleanText.lines(a.paragraphs())));
      assertThat(reading.ledger().reasons(Outcome.FAILED))
          .as("seed %d", seed)
          .doesNotContainKey("could not be made into an article");
    }
  }

  private static byte[] spoilt(String sample, Random random) {
    StringBuilder text = new StringBuilder(sample.repeat(3));
    String signs = "<>&\"'/!-[]?=\u0000 \n";
    for (int i = 0; i < 8; i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
        case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
        default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 60)));
      }
    }
    return text.toString().getBytes(UTF_8);
  }
}
