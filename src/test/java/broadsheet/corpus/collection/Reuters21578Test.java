package broadsheet.corpus.collection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.Reading;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reuters-21578, Distribution 1.0, by the {@code README.txt} of the collection:
 * https://www.daviddlewis.com/resources/testcollections/reuters21578/readme.txt.
 */
class Reuters21578Test {
  private static final String BODY =
      """
      Ships wait &lt;off> the port, where grain of Farm &amp;
      Field Co is loaded.
          A second paragraph speaks of non-
      members and goes on
      &#127;here.
       Reuter
      &#3;\
      """;

  @TempDir Path folder;

  private Reading read(String... records) {
    String file = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n" + String.join("", records);
    return Reading.of(Reading.write(folder, "reut2-000.sgm", file.getBytes(ISO_8859_1)));
  }

  @Test
  void storyGivesAllItsParts() {
    Article article = read(ReutersSamples.story(17, "GRAIN &lt;GRN> SHIPS\nWAIT", BODY)).only();

    assertThat(article.id()).isEqualTo("reuters-17");
    assertThat(article.title()).isEqualTo("GRAIN <GRN> SHIPS WAIT");
    assertThat(article.dateline()).isEqualTo("LAKEPORT, Feb 26 -");
    assertThat(article.authors()).containsExactly("Ada Rivers", "Tom Field");
    assertThat(article.source()).isEqualTo("Reuters");
    assertThat(article.topics()).containsExactly("grain", "ship");
    assertThat(article.places()).containsExactly("el-salvador");
    assertThat(article.people()).containsExactly("rivers");
    assertThat(article.organisations()).containsExactly("fao", "lse");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.publishedAt().iso()).isEqualTo("1987-02-26T15:01:01.79");
    assertThat(article.locations()).containsExactly("reut2-000.sgm#1");
  }

  @Test
  void linesAreJoinedAndControlsAndSignatureLeaveNoTrace() {
    assertThat(read(ReutersSamples.story(1, "T", BODY)).only().paragraphs())
        .containsExactly(
            "Ships wait <off> the port, where grain of Farm & Field Co is loaded.",
            "A second paragraph speaks of non-members and goes on here.");
  }

  @Test
  void rowsOfTablesStandAlone() {
    String table =
        """
        Prices were:
         Wheat   2.55   2.40
         Corn    1.35   1.92
         Reuter
        &#3;\
        """;
    assertThat(read(ReutersSamples.story(1, "T", table)).only().paragraphs())
        .containsExactly("Prices were:", "Wheat 2.55 2.40", "Corn 1.35 1.92");
  }

  @Test
  void briefStoryIsItsHeadline() {
    String brief =
        """
        <TEXT TYPE="BRIEF">&#2;
        ******<TITLE>HARBOUR OPENS
        </TITLE>Blah blah blah.
        &#3;
        </TEXT>\
        """;
    Article article = read(ReutersSamples.record(3, " 1-MAR-1987 09:00:00.00", brief)).only();
    assertThat(article.title()).isEqualTo("HARBOUR OPENS");
    assertThat(article.paragraphs()).isEmpty();
  }

  @Test
  void rawTextHasItsFirstLineAsHeadline() {
    String raw =
        """
        <TEXT TYPE="UNPROC">&#2;
        LAKEPORT GRAIN 12:30
            No trade today
        said the board.
         Reuter
        &#3;
        </TEXT>\
        """;
    Article article = read(ReutersSamples.record(3, "1-MAR-1987 09:00:00.00", raw)).only();
    assertThat(article.title()).isEqualTo("LAKEPORT GRAIN 12:30");
    assertThat(article.paragraphs()).containsExactly("No trade today said the board.");
  }

  @Test
  void storyThatBreaksOffCostsOnlyItself() {
    String broken = "<REUTERS NEWID=\"1\">\n<DATE>26-FEB-1987\n";
    Reading reading = read(broken, ReutersSamples.story(2, "T", "B"), broken);

    assertThat(reading.only().id()).isEqualTo("reuters-2");
    assertThat(reading.ledger().entries(Outcome.FAILED))
        .extracting(LedgerEntry::place)
        .satisfiesExactly(
            first -> assertThat(first).endsWith("reut2-000.sgm#1"),
            last -> assertThat(last).endsWith("reut2-000.sgm#3"));
  }

  @Test
  void oddDatesAreRemarkedOn() {
    String text = "<TEXT>\n<TITLE>T</TITLE></TEXT>";
    Reading reading =
        read(
            ReutersSamples.record(1, "27-MAR-1987 00:02:59.13&#5;&#5;&#5;RM C", text),
            ReutersSamples.record(2, " 7-APR-1987 16:22:00.0", text),
            ReutersSamples.record(3, "31-MAR-1987 605:12:19.12", text),
            ReutersSamples.record(4, "9-APR-1987 00:00:00.00    # added as guesswork", text),
            ReutersSamples.record(5, "  3-MAR-1987 00:43:42.82", text));

    assertThat(reading.articles())
        .extracting(article -> article.publishedAt().iso())
        .containsExactly(
            "1987-03-27T00:02:59.13",
            "1987-04-07T16:22:00.0",
            "1987-03-31",
            "",
            "1987-03-03T00:43:42.82");
    assertThat(reading.ledger().reasons(Outcome.REMARKED))
        .containsEntry("date repaired", 2L)
        .containsEntry("date kept to the day", 1L)
        .containsEntry("date kept as unknown", 1L)
        .hasSize(3);
  }

  @Test
  void companionFilesAreSkippedOnlyBesideTheCollection() {
    Reading.write(
        folder, "cat-descriptions_120396.txt", "Codes\n\nA list of codes.".getBytes(ISO_8859_1));
    assertThat(Reading.of(folder).articles()).hasSize(1);

    Reading.write(folder, "lewis.dtd", "<!ELEMENT REUTERS - - (DATE)>".getBytes(ISO_8859_1));
    Reading reading = Reading.of(folder);
    assertThat(reading.articles()).isEmpty();
    assertThat(reading.ledger().totals().skipped()).isEqualTo(2);
  }
}
