package broadsheet.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.feed.Feed;
import broadsheet.corpus.feed.FeedTest;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.SourceFile;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds that break the rules, or are not feeds at all. */
class BrokenFeedTest {
  private static final String ITEM = "<item><title>New bridge opens</title></item>";

  @TempDir Path folder;

  private Reading read(String feed) {
    return Reading.of(folder, "feed.xml", feed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n\n%s",
        "junk before it\n%s",
        "<html><head><title>Feed</title></head><body><pre>%s</pre></body></html>",
        "<!-- cached --><!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\" \"rss.dtd\">%s",
        "%s<script>track()</script>"
      })
  void feedIsFoundInWhateverItIsWrapped(String around) {
    assertThat(read(around.replace("%s", FeedTest.rss(ITEM))).only().title())
        .isEqualTo("New bridge opens");
  }

  @Test
  void whatComesBeforeTheCutIsKeptAndTheCutIsEntered() {
    String whole = FeedTest.rss(ITEM + ITEM.replace("New", "Old") + ITEM);
    Reading cutInItem = read(whole.substring(0, whole.lastIndexOf("opens")));
    assertThat(cutInItem.articles())
        .extracting(Article::title)
        .containsExactly("New bridge opens", "Old bridge opens");
    assertThat(cutInItem.ledger().entries(Outcome.FAILED))
        .singleElement()
        .satisfies(e -> assertThat(e.place()).endsWith("feed.xml#3"))
        .satisfies(e -> assertThat(e.reason()).isEqualTo("ends too early: cut off or damaged"));
    Reading cutBetween = read(whole.substring(0, whole.lastIndexOf("</channel>")));
    assertThat(cutBetween.articles()).hasSize(3);
    assertThat(cutBetween.ledger().totals().failed()).isEqualTo(1);
    String json =
        "{\"version\": \"https://jsonfeed.org/version/1\", \"title\": \"Mail\", \"items\":"
            + " [{\"title\": \"A\"}, {\"title\": \"B";
    assertThat(read(json).only().title()).isEqualTo("A");
    assertThat(read(json).ledger().totals().failed()).isEqualTo(1);
  }

  @Test
  void undeclaredEntitiesAndIllegalCharactersDoNoHarm() {
    Article article =
        read(FeedTest.rss(
                "<item><title>A&nbsp;bridge\u0001 &amp; B & C &#3; caf&eacute;</title>"
                    + "<description>One \u000b\ufffe two</description></item>"))
            .only();
    assertThat(article.title()).isEqualTo("A bridge & B & C café");
    assertThat(article.paragraphs()).containsExactly("One two");
  }

  @Test
  void markupThatIsNotEscapedIsReadAllTheSame() {
    Article article =
        read(FeedTest.rss(
                "<item><title>New <b>bridge</b></title><description><p>One.</p><p>Two</p>"
                    + "</description><x:y z=\"1\">?</x:y><1a>?</1a></item>"))
            .only();
    assertThat(article.title()).isEqualTo("New bridge");
    assertThat(article.paragraphs()).containsExactly("One.", "Two");
  }

  @Test
  void badDateIsUnknownWithARemark() {
    Reading reading =
        read(FeedTest.rss("<item><title>A</title><pubDate>last Tuesday</pubDate></item>"));
    assertThat(reading.only().publishedAt().isKnown()).isFalse();
    assertThat(reading.ledger().reasons(Outcome.REMARKED)).containsOnlyKeys("date kept as unknown");
  }

  @Test
  void badItemCostsNoOther() {
    Reading reading = read(FeedTest.rss("<item></item>" + ITEM + "<item/>" + ITEM));
    assertThat(reading.articles()).hasSize(2);
    assertThat(reading.ledger().totals().skipped()).isEqualTo(2);
  }

  @Test
  void whatIsNoFeedIsSkippedAndSaysSo() {
    String moved = "<head><title>Document moved</title></head><body><h1>Object moved</h1></body>";
    assertThat(Reading.of(folder, "a.rss", moved).ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("not a feed");
    Path file = folder.resolve("a.rss");
    Corpus forced = TestCorpus.of(List.of(file), Reading.TODAY).readAs("feed");
    assertThat(Reading.of(forced).ledger().reasons(Outcome.SKIPPED)).containsOnlyKeys("not a feed");
    assertThat(read(FeedTest.rss("")).ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("a feed without items");
  }

  @Test
  void siteExportOfWordPressIsNoFeed() {
    String export =
        "<rss version=\"2.0\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel>" + ITEM;
    Peek peek = new Peek(new SourceFile(folder, "a.xml", 1), export, true);
    assertThat(new Feed(new DateReader(Reading.TODAY)).recognise(peek))
        .isEqualTo(Recognition.NOT_MINE);
  }

  @Test
  @Timeout(60)
  void entitiesAreNeverResolvedNorFetched() {
    Path secret = Reading.write(folder, "secret/secret.txt", "the secret".getBytes(UTF_8));
    String external =
        "<!DOCTYPE rss [<!ENTITY xxe SYSTEM \""
            + secret.toUri()
            + "\">"
            + "<!ENTITY % dtd SYSTEM \""
            + secret.toUri()
            + "\"> %dtd; ]>";
    Article article =
        read(external + FeedTest.rss("<item><title>New &xxe; bridge</title></item>")).only();
    assertThat(article.title()).contains("New", "bridge").doesNotContain("secret ");
    StringBuilder laughs = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs
          .append("<!ENTITY a")
          .append(i)
          .append(" \"")
          .append(("&a" + (i - 1) + ";").repeat(10))
          .append("\">");
    }
    Reading bomb =
        read(laughs + "]>" + FeedTest.rss("<item><title>New bridge &a29;</title></item>"));
    assertThat(bomb.only().title()).hasSizeLessThan(100);
  }

  @Thorough
  @Test
  @Timeout(120)
  void deepOrManyElementsTakeNeitherTheStackNorTooLong() {
    Reading deep = read(FeedTest.rss("<item><title>A</title>" + "<a>".repeat(50_000) + ITEM));
    assertThat(deep.entries().size() + deep.articles().size()).isPositive();
    Reading many = read(FeedTest.rss(ITEM.repeat(20_000)));
    assertThat(many.articles()).hasSize(20_000);
    Reading large = read(FeedTest.rss("<item><title>" + "a".repeat(17 * 1024 * 1024)));
    assertThat(large.ledger().reasons(Outcome.FAILED)).containsOnlyKeys("longer than 16 MB");
  }
}
