package broadsheet.corpus.plain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.corpus.Reading;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  private static final String WRAPPED =
      """
      The council of Lakeport said on Monday that the new bridge over the
      Ember would open a month late, because the river had risen and no
      work could be done on its piers.

      Nobody was hurt. The engineers asked for patience until the water has
      gone down and the last of the steel can be put where it belongs.
      """;

  @TempDir Path folder;

  private Article read(String text) {
    return Reading.of(folder, "story.txt", text).only();
  }

  @Test
  void seedHasHeadlineStandfirstParagraphsAndRelated() {
    Article seed = Reading.of(Path.of("seeds", "000_16b52361ac664b14.txt")).only();

    assertThat(seed.id()).isEqualTo("000_16b52361ac664b14");
    assertThat(seed.title()).startsWith("Blinken engages in “genuine discourse”");
    assertThat(seed.standfirst()).startsWith("Top US diplomat meets China’s FM");
    assertThat(seed.paragraphs()).hasSize(18);
    assertThat(seed.paragraphs()).noneMatch(p -> p.contains("Odesa") || p.contains("Related"));
    assertThat(seed.related()).hasSize(2);
    assertThat(seed.related().getLast()).endsWith("Odesa");
    assertThat(seed.publishedAt()).isEqualTo(PublicationDate.unknown());
    assertThat(seed.locations()).containsExactly("000_16b52361ac664b14.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bridge opens\nBy Ada Rivers\n18 June 2023\n\nIt opened on Monday.\n",
        "Bridge opens\n\nBY ADA RIVERS\n\nJune 18, 2023\n\nIt opened on Monday.\n",
        "Bridge opens\n\nVon Ada Rivers | 18. Juni 2023\n\nIt opened on Monday.\n",
        "Bridge opens\n18 June 2023\nBy Ada Rivers\nIt opened on Monday.\n"
      })
  void bylineAndDayBelowTheHeadlineAreNoText(String text) {
    Article article = read(text);
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.authors()).hasSize(1);
    assertThat(article.authors().getFirst()).isEqualToIgnoringCase("Ada Rivers");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18");
    assertThat(article.standfirst()).isEmpty();
    assertThat(article.paragraphs()).containsExactly("It opened on Monday.");
  }

  @Test
  void blankLineAfterTheHeadlineMeansNoStandfirst() {
    Article article = read("Bridge opens\r\n\r\nFirst paragraph.\r\n\r\nSecond paragraph.\r\n");
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.standfirst()).isEmpty();
    assertThat(article.paragraphs()).containsExactly("First paragraph.", "Second paragraph.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bridge opens\nDate: 18 June 2023\n\nIt opened on Monday.\n\nTrains follow.\n",
        "Date: 2023-06-18\n\nBridge opens\n\nIt opened on Monday.\nTrains follow.\n",
        "Title: Bridge opens\nDatum: 18. Juni 2023\n\nIt opened on Monday.\nTrains follow.",
        "Bridge opens\n\nDate : June 18, 2023\nIt opened on Monday.\nTrains follow.",
        "Bridge opens\n日期：2023年6月18日\n\nIt opened on Monday.\n\nTrains follow.\n"
      })
  void dateAtTheTopIsTheDate(String text) {
    Article article = read(text);
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18");
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.standfirst()).isEmpty();
    assertThat(article.paragraphs()).containsExactly("It opened on Monday.", "Trains follow.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bridge opens\n\nDate: to be decided\n\nIt opened on Monday.\n",
        "Bridge opens\n\nSource: Ember Mail\n\nIt opened on Monday.\n",
        "Bridge opens\n\nOne.\n\nTwo.\n\nDate: 18 June 2023\n"
      })
  void otherLinesWithAColonAreText(String text) {
    Article article = read(text);
    assertThat(article.publishedAt().isKnown()).isFalse();
    assertThat(String.join("\n", article.paragraphs())).contains(": ");
  }

  @Test
  void authorAndSourceBesideTheDateAreRead() {
    Article article =
        read("Bridge opens\nDate: 2023-06-18\nAuthor: Ada Rivers\nSource: Ember Mail\n\nIt did.\n");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.source()).isEqualTo("Ember Mail");
  }

  @Test
  void twoLinesAreHeadlineAndBody() {
    Article article = read("Bridge opens\nIt opened on Monday.\n");
    assertThat(article.standfirst()).isEmpty();
    assertThat(article.paragraphs()).containsExactly("It opened on Monday.");
  }

  @Test
  void longSecondLineIsNoStandfirst() {
    Article article = read("Bridge opens\n" + "A long sentence. ".repeat(30) + "\nThe end.\n");
    assertThat(article.standfirst()).isEmpty();
    assertThat(article.paragraphs()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"It opened on Monday.", "It opened.\n\n \n"})
  void loneLineIsTheBody(String text) {
    assertThat(read(text).title()).isEmpty();
    assertThat(read(text).paragraphs()).hasSize(1);
  }

  @Test
  void longFirstLineIsTheBody() {
    Article article = read("The bridge opened today. ".repeat(12) + "\nMore of it.\nThe end.\n");
    assertThat(article.title()).isEmpty();
    assertThat(article.paragraphs()).hasSize(3);
  }

  @Test
  void hardWrappedLinesAreJoinedToParagraphs() {
    Article article = read("Bridge is late\n\n" + WRAPPED);
    assertThat(article.title()).isEqualTo("Bridge is late");
    assertThat(article.paragraphs()).hasSize(2);
    assertThat(article.paragraphs().getFirst()).contains("over the Ember would open");
  }

  @Test
  void narrowColumnIsJoinedAndItsBrokenWordsAreWhole() {
    Article article =
        read(
            """
            NEW BRIDGE OPENS

            The new bridge across the
            Ember was opened on Monday
            by the mayor and her fami-
            ly, a year after it had been
            promised to all of the town.
            Trains will follow in the spring
            if the well-known engineer of
            the line and his sub-contrac-
            tors are paid, which the well-
            known bank will not promise.

            The ferry was sold to the mu-
            seum of the har¬
            bour, where it may be seen.
            """);
    assertThat(article.title()).isEqualTo("NEW BRIDGE OPENS");
    assertThat(article.paragraphs())
        .containsExactly(
            "The new bridge across the Ember was opened on Monday by the mayor and her family, a"
                + " year after it had been promised to all of the town. Trains will follow in the"
                + " spring if the well-known engineer of the line and his sub-contractors are paid,"
                + " which the well-known bank will not promise.",
            "The ferry was sold to the museum of the harbour, where it may be seen.");
  }

  @Test
  void narrowColumnMayBeginWithinAnArticle() {
    Article article =
        read(
            """
            the new bridge across the
            Ember was opened on Monday
            by the mayor of the town
            and by all of her family
            a year after it had been
            promised to the people.
            Trains will follow in the
            spring if they can be paid
            for by the bank of the town.
            """);
    assertThat(article.title()).isEmpty();
    assertThat(article.paragraphs()).hasSize(1);
  }

  @Test
  void compoundBrokenInAWiderColumnKeepsItsHyphen() {
    Article article =
        read(
            """
            NEW BRIDGE OPENS

            The new bridge across the Ember was opened on Monday by
            the mayor and her family, and the council called it a far-
            reaching step for a town that had waited for it
            since the vice-
            president of the bank promised the money for it.
            Trains will follow in spring, and so will a long-
            awaited road to the harbour and on to the fields of U.S.
            corn that were sown
            by the farmers of the town when the ferry was sold.
            """);
    assertThat(article.paragraphs()).hasSize(1);
    assertThat(article.paragraphs().getFirst())
        .contains("far-reaching", "vice-president", "long-awaited", "U.S. corn");
  }

  @Test
  void sentenceOfANarrowColumnContinuesAfterAnAbbreviation() {
    Article article =
        read(
            """
            NEW BRIDGE OPENS

            The new bridge across the
            Ember was opened on Monday
            by the mayor and by St.
            John of the bank and the
            short- and long-distance
            trains that follow the line
            of the old road will be of
            use to all of the short-
            and long-term plans of Mr.
            and Mrs. Hill and to the
            fields of U.S.
            corn that lie beyond it.
            """);
    assertThat(article.paragraphs()).hasSize(1);
    assertThat(article.paragraphs().getFirst()).contains("short- and long-term", "U.S. corn");
  }

  @Test
  void longParagraphsAboveShortLinesAreNoColumn() {
    String paragraph = "The bridge across the Ember opened on Monday. ".repeat(5).strip();
    String lines = "that is of\nthe old road and\nof all the new ones that\n".repeat(8);
    assertThat(read("NEW BRIDGE OPENS\n\n" + paragraph + "\n" + lines).paragraphs()).hasSize(25);
  }

  @Test
  void versesAndListsAreNoColumn() {
    String verse = "The bridge is long, the bridge is new,\nAnd all the town goes over it\n";
    assertThat(read("A song\n\n" + verse.repeat(6)).paragraphs()).hasSize(12);
  }

  @Test
  void hardWrappedBodyWithoutHeadlineHasNone() {
    Article article = read(WRAPPED);
    assertThat(article.title()).isEmpty();
    assertThat(article.paragraphs()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Related News", "related articles:", "READ MORE", "See also", "Related stories :"})
  void footIsKeptOutOfTheBody(String heading) {
    Article article =
        read("Bridge opens\n\nIt opened.\n\n" + heading + "\n- Ferry sold\n• Tolls to rise,\n");
    assertThat(article.paragraphs()).containsExactly("It opened.");
    assertThat(article.related()).containsExactly("Ferry sold", "Tolls to rise");
  }

  @Test
  void headingInTheMiddleOfTheBodyIsNoFoot() {
    Article article = read("Bridge opens\n\nSee also\n" + "A paragraph of the body.\n".repeat(20));
    assertThat(article.related()).isEmpty();
    assertThat(article.paragraphs()).hasSize(21);
  }

  @Test
  void sectionIsTheFolderBelowTheRoot() {
    Reading.write(folder, "news/sport/001.txt", "Match won\n\nBy two.".getBytes(UTF_8));
    Article article = Reading.of(folder).only();
    assertThat(article.section()).isEqualTo("sport");
    assertThat(article.id()).isEqualTo("news-sport-001");
    assertThat(article.locations()).containsExactly("news/sport/001.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252"})
  void encodingIsFoundOut(String charset) {
    byte[] bytes = "Café “Zürich” öffnet\n\nSchön – für £5.".getBytes(Charset.forName(charset));
    Article article = Reading.of(Reading.write(folder, "a.txt", bytes)).only();
    assertThat(article.title()).isEqualTo("Café “Zürich” öffnet");
    assertThat(article.paragraphs()).containsExactly("Schön – für £5.");
  }

  @Test
  void byteOrderMarkLeavesNoTrace() {
    assertThat(read("\ufeffBridge opens\n\nIt opened.").title()).isEqualTo("Bridge opens");
  }

  @Test
  void characterReferencesAreResolved() {
    assertThat(read("Caf&#233; opens\n\nTea &amp; cake.").title()).isEqualTo("Café opens");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README",
        "README.txt",
        "LICENSE.txt",
        "CHANGELOG.md",
        "SOURCE.md",
        "notes.md",
        "table.csv",
        "page.html",
        "program.js"
      })
  void filesThatAreNoArticlesAreSkipped(String name) {
    Reading reading = Reading.of(folder, name, "let a = {b: [1, 2, 3]}; // (c)\n\nif (a) {}");
    assertThat(reading.articles()).isEmpty();
    assertThat(reading.ledger().totals().skipped()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 0 334 1\n1 0 363 1\n",
        "<note><p>It opened.</p></note>",
        "cocoa\ncoffee\ngrain\n"
      })
  void textThatIsNoProseIsSkipped(String content) {
    Reading reading = Reading.of(folder, "file.txt", content);
    assertThat(reading.articles()).isEmpty();
    assertThat(reading.ledger().totals().skipped()).isEqualTo(1);
  }
}
