package broadsheet.corpus.collection;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wire messages by https://iptc.org/std/IPTC7901/, as dpa writes them. */
public class Iptc7901Test {
  @TempDir Path folder;

  public static String message(String headline, String footer) {
    return "\u0001eca062 4 i 211 ccccb   emb 061\r\n\nGreat Britain/bridges/\r\n\u0002"
        + headline
        + "\r\n\n   Lakeport (emb) - The bridge across the Ember has been opened by\r\n"
        + "the mayor on Monday, a year later than had been promised by the\r\ncompany.\r\n\n"
        + "   Trains will follow.\r\n\n# emb NOTEBOOK\r\n\n## Contacts\r\nTel: 1\r\n\r\n\u0003"
        + footer
        + "\r\n\u007f\n\u007f\u0004";
  }

  private Reading read(String content) {
    return Reading.of(Reading.write(folder, "wire", content.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void messageGivesAllItsParts() {
    Article article = read(message("New bridge opens =", "131137 GMT Nov 13 ")).only();
    assertThat(article.id()).isEqualTo("eca062-2013-11-13");
    assertThat(article.title()).isEqualTo("New bridge opens");
    assertThat(article.topics()).containsExactly("Great Britain", "bridges");
    assertThat(article.source()).isEqualTo("emb");
    assertThat(article.publishedAt().iso()).isEqualTo("2013-11-13T11:37:00Z");
    assertThat(article.paragraphs())
        .containsExactly(
            "Lakeport (emb) - The bridge across the Ember has been opened by the mayor on Monday, a"
                + " year later than had been promised by the company.",
            "Trains will follow.");
    assertThat(article.locations()).containsExactly("wire#1");
  }

  @Test
  void versionAndBylineAreNoHeadline() {
    Article article =
        read(message(
                """
                REFILE
                1ST LEAD
                New bridge over the Ember
                opens, mayor says
                By Ada Rivers, emb =\
                """,
                "071341 GMT Okt 15"))
            .only();
    assertThat(article.title()).isEqualTo("New bridge over the Ember opens, mayor says");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.publishedAt().iso()).isEqualTo("2015-10-07T13:41:00Z");
  }

  @Test
  void yearIsOfTheLastCenturyWhereThisOneHasItNotYet() {
    assertThat(read(message("New bridge opens =", "131137 Nov 86")).only().publishedAt().iso())
        .isEqualTo("1986-11-13T11:37:00");
  }

  @Test
  void messagesOfAFileAreRecordsAndABrokenOneCostsOnlyItself() {
    String good = message("New bridge opens =", "131137 GMT Nov 13");
    String bad = good.substring(0, good.indexOf('\u0003'));
    Reading reading = read(good + "\r\n" + bad + good.replace("eca062", "eca063") + bad);
    assertThat(reading.articles())
        .extracting(Article::id)
        .containsExactly("eca062-2013-11-13", "eca063-2013-11-13");
    assertThat(reading.ledger().reasons(Outcome.FAILED))
        .containsEntry("ends too early: cut off or damaged", 2L);
  }

  @Test
  void textIsWindows1252WhereItIsNotUtf8() {
    assertThat(read(message("M\u00fcller opens bridge =", "131137 GMT Nov 13")).only().title())
        .isEqualTo("Müller opens bridge");
  }

  @Test
  void dateThatIsNoneIsUnknownWithARemark() {
    Reading reading = read(message("New bridge opens =", "soon"));
    assertThat(reading.only().publishedAt().isKnown()).isFalse();
    assertThat(reading.ledger().reasons(Outcome.REMARKED)).containsKey("date kept as unknown");
  }
}
