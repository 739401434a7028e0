package broadsheet.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Thorough;
import broadsheet.corpus.encoding.StatedEncoding;
import broadsheet.ledger.Outcome;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that have no article, are too large or too deep, or use other encodings. */
class PageBoundsTest {
  @TempDir Path folder;

  private Reading read(String page) {
    return Reading.of(folder, "page.html", page);
  }

  private static String teasers(int count) {
    StringBuilder teasers = new StringBuilder();
    for (int i = 0; i < count; i++) {
      teasers
          .append(
              "<div><h3><a href=\"/"
                  + i
                  + "\">Headline of article number "
                  + i
                  + " of today</a></h3>")
          .append("<p>A teaser.</p></div>");
    }
    return teasers.toString();
  }

  @Test
  void frontPageIsSkipped() {
    Reading reading =
        read(
            Pages.page(
                "<title>Lakeport Mail</title><link rel=canonical href=\"https://mail.example/\">",
                teasers(30)));
    assertThat(reading.articles()).isEmpty();
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("a front page, not an article");
  }

  @Test
  void listOfArticlesIsSkippedAndAnArticleWithManyLinksIsNot() {
    assertThat(
            read(Pages.page("<title>Local</title>", teasers(30))).ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("a list of articles, not an article");
    String article =
        "<article><h1>New bridge opens</h1>" + Pages.paragraphs().repeat(2) + "</article>";
    assertThat(read(Pages.page("", article + teasers(8))).articles()).hasSize(1);
    assertThat(read(Pages.page(Pages.meta("og:type", "article"), article + teasers(60))).articles())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html></html>",
        "<html><head><title></title></head><body><img src=a.png></body></html>",
        "<html><body><script>document.write('x')</script></body></html>",
        "<!DOCTYPE html>"
      })
  void pageWithoutTextIsSkipped(String page) {
    assertThat(read(page).ledger().reasons(Outcome.SKIPPED)).containsOnlyKeys("no text in it");
  }

  @Thorough
  @Test
  @Timeout(120)
  void nestingWithoutEndNeitherOverflowsNorTakesLong() {
    for (String tag : new String[] {"div><b", "table><tr><td", "font"}) {
      Reading reading =
          read("<html><h1>New bridge opens</h1>" + ("<" + tag + ">").repeat(20_000) + Pages.FIRST);
      assertThat(reading.entries().size() + reading.articles().size()).isPositive();
    }
    Reading reading =
        read("<html><h1>New bridge opens</h1>" + "<div>".repeat(100_000) + Pages.FIRST);
    assertThat(reading.only().paragraphs()).containsExactly(Pages.FIRST);
  }

  @Thorough
  @ParameterizedTest
  @Timeout(120)
  @ValueSource(
      strings = {
        "<p class='a b'><a href='/x'>a</a> word</p>",
        "Some text that goes on for a while here.<br><br>",
        "<meta property=og:title content='abc - def'>",
        "<div class=date>",
        "<span itemprop=author>",
        "<nav>menu</nav>",
        "<h1>New bridge - opens</h1>",
        "<div class=article-body>text of it"
      })
  void manyElementsOfAKindTakeNoneTooLong(String element) {
    Reading reading =
        read(Pages.page("", "<h1>New bridge opens</h1><div>" + element.repeat(40_000)));
    assertThat(reading.entries().size() + reading.articles().size()).isPositive();
  }

  @Test
  void pageBeyondTheLimitFails() {
    Reading reading = read("<html><p>" + "word ".repeat(4 * 1024 * 1024));
    assertThat(reading.ledger().reasons(Outcome.FAILED)).containsOnlyKeys("longer than 16 MB");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, <meta charset=windows-1252>, Zürich – “naïve” café",
    "windows-1252, <meta charset=iso-8859-1>, Zürich – “naïve” café",
    "windows-1252, '', Zürich – “naïve” café",
    "windows-1250, <meta charset='windows-1250'>, Žluťoučký kůň příliš",
    "windows-1251, '<meta http-equiv=\"Content-Type\" content=\"text/html;"
        + " charset=windows-1251\">', Мост открыт",
    "KOI8-R, <meta charset=koi8-r>, Мост открыт",
    "Shift_JIS, <meta charset=shift_jis>, 橋が開通した",
    "EUC-KR, <meta charset=euc-kr>, 다리가 열렸다",
    "GB18030, <meta charset=gb2312>, 大桥今天开通了",
    "ISO-2022-JP, <meta charset=iso-2022-jp>, 橋が開通した",
    "UTF-8, <meta charset=windows-1251>, Мост открыт в Zürich",
    "UTF-8, '', Мост открыт в Zürich",
  })
  void encodingsAreReadAsStatedUnlessTheBytesAreUtf8(String charset, String meta, String title) {
    String page =
        "<!DOCTYPE html><html><head>"
            + meta
            + "</head><body><h1>"
            + title
            + "</h1>"
            + Pages.paragraphs();
    Path file = Reading.write(folder, "page.html", page.getBytes(Charset.forName(charset)));
    assertThat(Reading.of(file).only().title()).isEqualTo(title);
  }

  @Test
  void serversWordOnTheEncodingGoesBeforeThePages() {
    byte[] bytes = "<meta charset=windows-1252>Мост".getBytes(Charset.forName("windows-1251"));
    assertThat(StatedEncoding.text(bytes, "windows-1251")).endsWith("Мост");
    assertThat(StatedEncoding.text("Мост".getBytes(UTF_8), "windows-1251")).isEqualTo("Мост");
    assertThat(StatedEncoding.text("Zürich".getBytes(UTF_8), "no such thing")).isEqualTo("Zürich");
  }

  @Test
  void pageIsKnownBehindCommentsAndDeclarations() {
    String page =
        "\n<!-- saved -->\n<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0"
            + " Strict//EN\" \"a.dtd\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><body>"
            + "<h1>New bridge opens</h1>"
            + Pages.paragraphs()
            + "</body></html>";
    assertThat(Reading.of(folder, "page", page).only().title()).isEqualTo("New bridge opens");
    assertThat(
            Reading.of(folder, "fragment.htm", "<h1>New bridge opens</h1>" + Pages.paragraphs())
                .only()
                .title())
        .isEqualTo("New bridge opens");
  }
}
