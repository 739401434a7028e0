package broadsheet.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.result.MarkedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class MarkedHtmlTest {
  private static final String ALPHABET = "<>&\"'/=ab é漢\u05d0mark;#3l9t!-\uD83D\uDCF0";
  private static final String SEED_PROPERTY = "seed";

  @Test
  void marksStandAroundEscapedText() {
    MarkedText text = new MarkedText("a <b> & c", List.of(new MarkedText.Mark(2, 5)));
    assertThat(MarkedHtml.of(text)).isEqualTo("a <mark>&lt;b&gt;</mark> &amp; c");
  }

  @Test
  void quotesAreEscapedSoThatItMayStandInAnAttribute() {
    assertThat(MarkedHtml.of(MarkedText.unmarked("\"it's\""))).isEqualTo("&quot;it&#39;s&quot;");
  }

  @Test
  void anyTextComesBackAsItWasAndBringsNoMarkup() {
    long seed = seed();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      MarkedText text = randomText(random);
      Document page = Jsoup.parseBodyFragment("<pre>x" + MarkedHtml.of(text) + "</pre>");
      Element pre = page.body().child(0);
      assertThat(pre.wholeText()).as("seed %d, %s", seed, text).isEqualTo("x" + text.text());
      assertThat(pre.getAllElements().stream().skip(1).map(Element::outerHtml))
          .as("seed %d, %s", seed, text)
          .allMatch(html -> html.startsWith("<mark>"));
      assertThat(pre.select("mark").eachText()).hasSizeLessThanOrEqualTo(text.marks().size());
      assertThat(pre.select("mark")).as("seed %d", seed).hasSameSizeAs(text.marks());
    }
  }

  @Test
  void linksAndMarksNestWhateverTheyCross() {
    long seed = seed();
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      MarkedText text = randomText(random);
      List<TextLink> links =
          randomText(random).marks().stream()
              .filter(mark -> mark.end() <= text.text().length())
              .map(mark -> new TextLink(mark.start(), mark.end(), "/name/a\"" + mark.start()))
              .toList();
      String html = MarkedHtml.numbered(text, links, new AtomicInteger()::incrementAndGet);
      Element pre = Jsoup.parseBodyFragment("<pre>x" + html + "</pre>").body().child(0);
      assertThat(pre.wholeText()).as("seed %d, %s", seed, html).isEqualTo("x" + text.text());
      assertThat(pre.select("mark").stream().map(Element::wholeText))
          .as("seed %d, %s", seed, html)
          .containsExactlyElementsOf(
              text.marks().stream()
                  .map(mark -> text.text().substring(mark.start(), mark.end()))
                  .toList());
      assertThat(pre.select("mark").eachAttr("id"))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, text.marks().size()).mapToObj(n -> "hit-" + n).toList());
      for (TextLink link : links) {
        String linked =
            pre.select("a.name").stream()
                .filter(part -> part.attr("href").equals(link.href()))
                .map(Element::wholeText)
                .collect(Collectors.joining());
        assertThat(linked)
            .as("seed %d, %s", seed, html)
            .isEqualTo(text.text().substring(link.start(), link.end()));
      }
      assertThat(pre.select("a a, mark mark")).as("seed %d, %s", seed, html).isEmpty();
    }
  }

  private static long seed() {
    String given = System.getProperty(SEED_PROPERTY, "");
    return given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
  }

  private static MarkedText randomText(Random random) {
    int[] characters = ALPHABET.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(40);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(characters[random.nextInt(characters.length)]);
    }
    List<MarkedText.Mark> marks = new ArrayList<>();
    int start = random.nextInt(5);
    while (start + 1 < text.length()) {
      int end = Math.min(text.length(), start + 1 + random.nextInt(6));
      marks.add(new MarkedText.Mark(start, end));
      start = end + 1 + random.nextInt(6);
    }
    return new MarkedText(text.toString(), marks);
  }
}
