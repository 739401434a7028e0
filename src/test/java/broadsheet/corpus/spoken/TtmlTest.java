package broadsheet.corpus.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.Moment;
import broadsheet.corpus.Reading;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TTML. Source: https://www.w3.org/TR/ttml1/. */
class TtmlTest {
  @TempDir private Path folder;

  private Article read(String attributes, String head, String body) {
    return Reading.of(
            folder,
            "talk.ttml",
            "<?xml version=\"1.0\"?><tt xmlns=\"http://www.w3.org/ns/ttml\""
                + " xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\""
                + " xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" "
                + attributes
                + "><head>"
                + head
                + "</head><body>"
                + body
                + "</body></tt>")
        .only();
  }

  @Test
  void titleLanguageAndSpeakersAreStatedInIt() {
    Article article =
        read(
            "xml:lang=\"fr\"",
            "<metadata><ttm:title>Conseil municipal</ttm:title><ttm:agent xml:id=\"a1\""
                + " type=\"person\"><ttm:name type=\"full\">Anne Roux</ttm:name></ttm:agent>"
                + "</metadata>",
            "<div><p begin=\"00:00:01.5\" end=\"00:00:03\" ttm:agent=\"a1\">Bon<br/>\n  soir "
                + "<span>à tous</span> &amp; <ttm:desc>not said</ttm:desc>merci.</p></div>");
    assertThat(article.title()).isEqualTo("Conseil municipal");
    assertThat(article.language()).isEqualTo("fr");
    assertThat(article.speakers()).containsExactly("Anne Roux");
    assertThat(article.paragraphs()).containsExactly("Anne Roux: Bon soir à tous & merci.");
    assertThat(article.positions().words().words().getFirst().place())
        .isEqualTo(new Moment(1_500, 3_000));
  }

  /** Section 10.3.1: times of a clock with fractions or frames, and offsets in six units. */
  @ParameterizedTest
  @CsvSource({
    "00:00:02.25, 2250",
    "00:00:02:15, 2600",
    "2.25s, 2250",
    "2250ms, 2250",
    "0.5m, 30000",
    "1h, 3600000",
    "50f, 2000",
    "300t, 3000"
  })
  void timesAreReadInEachForm(String begin, int millis) {
    Article article =
        read(
            "ttp:frameRate=\"25\" ttp:tickRate=\"100\"",
            "",
            "<div><p begin=\"" + begin + "\" dur=\"1s\">Tide.</p></div>");
    assertThat(Heard.timed(article)).containsExactly(millis + " Tide.");
  }

  @Test
  void timesCountFromTheElementAroundThem() {
    Article article =
        read(
            "",
            "",
            "<div begin=\"10s\"><p begin=\"1s\" end=\"3s\">One <span begin=\"1s\">two</span></p>"
                + "<p><span begin=\"5s\" end=\"6s\">three</span></p></div>");
    assertThat(Heard.timed(article)).containsExactly("11000 One", "12000 two", "15000 three");
  }
}
