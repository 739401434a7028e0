package broadsheet.corpus.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import broadsheet.article.Article;
import broadsheet.article.Box;
import broadsheet.article.PrintedPage;
import broadsheet.article.WordPlace;
import broadsheet.corpus.Reading;
import broadsheet.ledger.LedgerEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages in ALTO, https://www.loc.gov/standards/alto/. */
class AltoTest {
  @TempDir Path folder;

  private Article read(String alto) {
    return Reading.of(folder, "page.xml", alto).only();
  }

  private static String alto(String content) {
    return "<alto><Layout><Page WIDTH=\"1000\" HEIGHT=\"1000\">"
        + content
        + "</Page></Layout></alto>";
  }

  @Test
  void aPageIsAnArticleWithALargerFirstBlockAsItsTitle() {
    Article article =
        read(
            new Alto4()
                .block("a", 90, "New bridge opens")
                .block("b", "The bridge across the", "Ember opened on Monday.")
                .toString());
    assertThat(article.title()).isEqualTo("New bridge opens");
    assertThat(article.paragraphs())
        .containsExactly("The bridge across the Ember opened on Monday.");
    assertThat(article.positions().quality()).isEqualTo(80);
    assertThat(article.positions().pages())
        .containsExactly(new PrintedPage(1, "1", 2000, 3000, ""));
  }

  @Test
  void everyWordOfTitleAndTextHasItsPlace() {
    Article article =
        read(new Alto4().block("a", 90, "New bridge").block("b", "It opened", "today.").toString());
    List<WordPlace> words = article.positions().words().words();
    assertThat(words).extracting(WordPlace::word).containsExactly(0, 1, 2, 3, 4);
    assertThat(words).extracting(WordPlace::part).containsOnly(0);
    Box opened = (Box) words.get(3).place();
    assertThat(opened.left()).isCloseTo(220 / 2000., within(0.001));
    assertThat(opened.top()).isCloseTo(210 / 3000., within(0.001));
    assertThat(opened.width()).isCloseTo(100 / 2000., within(0.001));
    assertThat(opened.height()).isCloseTo(40 / 3000., within(0.001));
  }

  @Test
  void aHyphenatedWordIsOneWordWithTwoPlaces() {
    Article article = read(new Alto4().block("a", "the news+", "paper of today").toString());
    assertThat(article.paragraphs()).containsExactly("the newspaper of today");
    assertThat(article.positions().words().words())
        .extracting(WordPlace::word)
        .containsExactly(0, 1, 1, 2, 3);
  }

  @Test
  void theStatedWholeWordIsPreferredToItsHalves() {
    String halves =
        "<TextBlock><TextLine><String CONTENT=\"Schiff\" SUBS_TYPE=\"HypPart1\""
            + " SUBS_CONTENT=\"Schifffahrt\"/><HYP/></TextLine><TextLine><String CONTENT=\"fahrt\""
            + " SUBS_TYPE=\"HypPart2\" SUBS_CONTENT=\"Schifffahrt\"/></TextLine></TextBlock>";
    assertThat(read(alto(halves)).paragraphs()).containsExactly("Schifffahrt");
  }

  @Test
  void aWordHyphenatedAtTheFootOfAColumnGoesOnInTheNext() {
    Article article =
        read(new Alto4().block("a", "He left for Lon+").block("b", "don on Monday.").toString());
    assertThat(article.paragraphs()).containsExactly("He left for London on Monday.");
  }

  @Test
  void hyphensThatOnlyThePrintHasAreJoinedByTheirLetters() {
    assertThat(lines("the govern-", "ment fell")).containsExactly("the government fell");
    assertThat(lines("at Saint-", "Denis today")).containsExactly("at Saint-Denis today");
    assertThat(lines("in 1914-", "1918 and")).containsExactly("in 1914- 1918 and");
    assertThat(lines("eine Heiz\u00ac", "anlage")).containsExactly("eine Heizanlage");
    assertThat(lines("eine Heiz\u00ad", "anlage")).containsExactly("eine Heizanlage");
  }

  private List<String> lines(String... lines) {
    return read(new Alto4().block("a", lines).toString()).paragraphs();
  }

  @Test
  void anIndentedLineAfterASentenceStartsAParagraph() {
    assertThat(
            lines(
                "The first line",
                "goes on here",
                "and it ends.",
                "  A second one",
                "starts there.",
                "It ends too."))
        .containsExactly(
            "The first line goes on here and it ends.", "A second one starts there. It ends too.");
  }

  @Test
  void aSentenceGoesOnFromBlockToBlock() {
    Article article =
        read(
            new Alto4()
                .block("a", "The council")
                .block("b", "met today.", "x")
                .block("c", "All spoke.")
                .toString());
    assertThat(article.paragraphs()).containsExactly("The council met today. x", "All spoke.");
  }

  @Test
  void prefixesDecimalsAndMissingBlanksAreRead() {
    String odd =
        "<a:alto xmlns:a=\"x\"><a:Layout><a:Page WIDTH=\"10.0\""
            + " HEIGHT=\"20\"><a:TextBlock><a:TextLine><a:String HPOS=\"1.5\" VPOS=\"2\""
            + " WIDTH=\"1.0\" HEIGHT=\"1\" CONTENT=\"R&amp;D\"/><a:String HPOS=\"3\" VPOS=\"2\""
            + " WIDTH=\"1\" HEIGHT=\"1\" CONTENT=\"now\"/>"
            + "</a:TextLine></a:TextBlock></a:Page></a:Layout></a:alto>";
    Article article = read(odd);
    assertThat(article.paragraphs()).containsExactly("R&D now");
    assertThat(((Box) article.positions().words().words().getFirst().place()).left())
        .isCloseTo(0.15, within(0.001));
  }

  @Test
  void wordsInAnotherUnitThanThePageStayOnThePage() {
    String far =
        "<TextBlock><TextLine><String HPOS=\"9000\" VPOS=\"4000\" WIDTH=\"1000\" HEIGHT=\"100\""
            + " CONTENT=\"far\"/></TextLine></TextBlock>";
    Box box = (Box) read(alto(far)).positions().words().words().getFirst().place();
    assertThat(box.left()).isCloseTo(0.9, within(0.001));
    assertThat(box.right()).isLessThanOrEqualTo(1.001);
  }

  @Test
  void dateAndNewspaperComeFromThePath() {
    Reading.write(
        folder,
        "Daily Ember/1898-11-10/0003.xml",
        new Alto4().block("a", "x y").toString().getBytes(StandardCharsets.UTF_8));
    Article article = Reading.of(folder).only();
    assertThat(article.publishedAt().iso()).isEqualTo("1898-11-10");
    assertThat(article.source()).isEqualTo("Daily Ember");
  }

  /** The addresses of https://chroniclingamerica.loc.gov/about/api/, and of its bulk files. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "lccn/sn82016187/1898-11-10/ed-1/seq-3/ocr.xml",
        "batch/sn82016187/1898/11/10/ed-1/seq-3/ocr.xml",
        "chroniclingamerica.loc.gov/lccn/sn82016187/1898-11-10/ed-2/seq-3/ocr.xml"
      })
  void newspaperDayAndPageComeFromAnAddressOfChroniclingAmerica(String path) {
    Reading.write(
        folder, path, new Alto4().block("a", "x y").toString().getBytes(StandardCharsets.UTF_8));
    Article article = Reading.of(folder).only();
    assertThat(article.source()).isEqualTo("sn82016187");
    assertThat(article.publishedAt().iso()).isEqualTo("1898-11-10");
    assertThat(article.positions().pages().getFirst().number()).isEqualTo(3);
  }

  @Test
  void textOfAPageOfChroniclingAmericaHasNoSection() {
    Reading.write(
        folder,
        "lccn/sn82016187/1898-11-10/ed-1/seq-3/ocr.txt",
        "THE EMBER\n\nThe bridge across the river was opened on Monday.\n"
            .getBytes(StandardCharsets.UTF_8));
    Article article = Reading.of(folder).only();
    assertThat(article.section()).isEmpty();
    assertThat(article.publishedAt().iso()).isEqualTo("1898-11-10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<TextBlock/>",
        "<TextBlock><TextLine><String CONTENT=\" \"/></TextLine></TextBlock>"
      })
  void aPageWithoutTextIsSkippedWithThatReason(String content) {
    Reading reading = Reading.of(folder, "page.xml", alto(content));
    assertThat(reading.articles()).isEmpty();
    assertThat(reading.entries())
        .extracting(LedgerEntry::reason)
        .containsExactly("a page without text");
  }

  @Test
  void aPageThatIsCutOffIsReadAsFarAsItGoes() {
    String whole = new Alto4().block("a", "one two").block("b", "Three four", "five").toString();
    Reading reading = Reading.of(folder, "page.xml", whole.substring(0, whole.indexOf("five")));
    assertThat(reading.only().paragraphs()).containsExactly("one two", "Three four");
    assertThat(reading.entries())
        .extracting(LedgerEntry::reason)
        .containsExactly("ends too early: cut off or damaged");
  }

  /**
   * Bytes are changed, removed and repeated at random; every file must end as articles or entries.
   */
  @Test
  void mutatedPagesNeverEndTheReading() {
    byte[] sound =
        new Alto4()
            .block("a", 90, "New bridge")
            .block("b", "It news+", "paper.", "x")
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    Random random = new Random(19);
    String odd = "<>\"'&/ =\0\u00ff9-";
    for (int i = 0; i < 300; i++) {
      byte[] bytes = sound.clone();
      for (int j = 0; j <= random.nextInt(8); j++) {
        bytes[random.nextInt(bytes.length)] = (byte) odd.charAt(random.nextInt(odd.length()));
      }
      int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
      Reading.write(folder, "m" + i + ".xml", java.util.Arrays.copyOf(bytes, length));
    }
    Reading reading = Reading.of(folder);
    assertThat(reading.ledger().totals().files()).isEqualTo(300);
    assertThat(reading.entries())
        .extracting(LedgerEntry::reason)
        .doesNotContain("could not be made into an article", "could not be read");
    assertThat(reading.articles().size()).isGreaterThan(150);
    assertThat(reading.articles())
        .allSatisfy(article -> assertThat(article.positions().words().words()).isNotNull());
  }
}
