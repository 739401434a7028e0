package broadsheet.corpus.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.article.Box;
import broadsheet.article.PrintedPage;
import broadsheet.article.WordPlace;
import broadsheet.corpus.Packed;
import broadsheet.corpus.Reading;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfTest {
  private static final String TITLE = "Harbour gets its bridge";

  @TempDir Path folder;

  private Reading read(String name, byte[] pdf) {
    return Reading.of(Reading.write(folder, name, pdf));
  }

  private static List<String> column(String word, int lines) {
    List<String> column = new ArrayList<>();
    for (int i = 1; i <= lines; i++) {
      column.add(word + i + " and a few more words of it");
    }
    column.set(lines - 1, word + lines + " is the last line.");
    return column;
  }

  @Test
  void storyIsAnArticleWithItsHeadlineAndWholeWords() {
    Article article = read("a.pdf", PdfSamples.story(TITLE)).only();
    assertThat(article.title()).isEqualTo(TITLE);
    assertThat(article.paragraphs())
        .containsExactly(
            "The new bridge across the Ember opened on Monday, a year after it was promised.");
    assertThat(article.locations()).containsExactly("a.pdf");
  }

  @Test
  void columnsAreReadOneAfterAnotherWhateverTheOrderInTheFile() {
    byte[] pdf =
        PdfSamples.pdf(
            document -> {
              PDPage page = PdfSamples.page(document, PDRectangle.A4);
              PdfSamples.lines(document, page, 10, 300, 140, column("right", 20));
              PdfSamples.lines(document, page, 10, 60, 140, column("left", 20));
              PdfSamples.lines(
                  document, page, 24, 60, 100, List.of("A headline above both of the columns"));
            });
    Article article = read("a.pdf", pdf).only();
    assertThat(article.title()).isEqualTo("A headline above both of the columns");
    assertThat(article.paragraphs()).hasSize(2);
    assertThat(article.paragraphs().getFirst()).startsWith("left1 and").endsWith("last line.");
    assertThat(article.paragraphs().getLast()).startsWith("right1 and").endsWith("last line.");
  }

  @Test
  void sentenceGoesOnFromColumnToColumnAndPageToPage() {
    byte[] pdf =
        PdfSamples.pdf(
            document -> {
              for (int i = 0; i < 2; i++) {
                PDPage page = PdfSamples.page(document, PDRectangle.A4);
                List<String> left = column("left", 12);
                left.set(11, "the sentence goes on over the har-");
                List<String> right = column("bour and the right", 12);
                right.set(11, i == 0 ? "right to the next page, where it" : "where it stops.");
                PdfSamples.lines(document, page, 10, 60, 140, left);
                PdfSamples.lines(document, page, 10, 300, 140, right);
              }
            });
    Article article = read("a.pdf", pdf).only();
    assertThat(article.paragraphs()).hasSize(1);
    assertThat(article.paragraphs().getFirst())
        .contains("goes on over the harbour and the right1")
        .contains("next page, where it left1")
        .endsWith("where it stops.");
  }

  @Thorough
  @Test
  void paperIsOneArticleWithoutRunningHeadsAndNumbers() {
    byte[] pdf =
        PdfSamples.pdf(
            document -> {
              for (int i = 1; i <= 3; i++) {
                PDPage page = PdfSamples.page(document, PDRectangle.A2);
                PdfSamples.lines(document, page, 10, 60, 40, List.of("Harbour Mail, 11 January"));
                PdfSamples.lines(document, page, 10, 600, 1660, List.of(String.valueOf(i + 6)));
                PdfSamples.lines(document, page, 24, 60, 300, List.of("Story number " + i));
                PdfSamples.lines(document, page, 10, 60, 400, column("word", 10));
              }
            });
    Article article = read("2010-01-11.pdf", pdf).only();
    assertThat(article.title()).isEqualTo("Story number 1");
    assertThat(article.paragraphs())
        .hasSize(5)
        .contains("Story number 2", "Story number 3")
        .noneMatch(paragraph -> paragraph.contains("Harbour Mail") || paragraph.equals("8"));
    assertThat(article.publishedAt().iso()).isEqualTo("2010-01-11");
    assertThat(article.locations()).containsExactly("2010-01-11.pdf");
    assertThat(article.positions().pageLabels()).isEqualTo("1–3");
  }

  @Thorough
  @Test
  void issueNamesItsNewspaperAndDay() {
    byte[] pdf =
        PdfSamples.pdf(
            document -> {
              for (int i = 1; i <= 2; i++) {
                PDPage page = PdfSamples.page(document, PDRectangle.A2);
                PdfSamples.lines(document, page, 24, 60, 100, List.of("Story number " + i));
                PdfSamples.lines(document, page, 10, 60, 140, List.of("11 January 2010"));
                PdfSamples.lines(document, page, 10, 60, 400, column("word", 10));
              }
            });
    Reading.write(folder, "Daily Ember/1931-05-04.pdf", pdf);
    Article issue = Reading.of(folder).only();
    assertThat(issue.source()).isEqualTo("Daily Ember");
    assertThat(issue.publishedAt().iso()).isEqualTo("1931-05-04");
    assertThat(read("Daily Ember/reprint.pdf", pdf).only().source()).isEmpty();
  }

  @Test
  void documentOfManyPagesIsOneArticleWithThePlaceOfEachWord() {
    byte[] pdf = PdfSamples.pdf(document -> PdfSamples.report(document, 31));
    Article article = read("report.pdf", pdf).only();
    assertThat(article.id()).isEqualTo("report");
    assertThat(article.title()).isEqualTo("Report of the harbour inquiry");
    assertThat(article.publishedAt().iso()).isEqualTo("1931-05-04");
    assertThat(article.positions().pages())
        .hasSize(31)
        .allMatch(page -> page.image().endsWith("report.pdf#page=" + page.number()));
    String text = article.title() + " " + String.join(" ", article.paragraphs());
    int word = List.of(text.split(" ", -1)).indexOf("only14");
    assertThat(article.positions().words().words())
        .filteredOn(place -> place.word() == word)
        .extracting(WordPlace::part)
        .containsExactly(13);
  }

  @Test
  void pagesHaveTheLabelsThatTheFileStates() {
    byte[] pdf =
        PdfSamples.pdf(
            document -> {
              PdfSamples.report(document, 8);
              PDPageLabels labels = new PDPageLabels(document);
              labels.setLabelItem(0, range(PDPageLabelRange.STYLE_ROMAN_LOWER, "", 1));
              labels.setLabelItem(4, range(PDPageLabelRange.STYLE_DECIMAL, "", 1));
              labels.setLabelItem(6, range(PDPageLabelRange.STYLE_LETTERS_UPPER, "A-", 27));
              labels.setLabelItem(7, range(PDPageLabelRange.STYLE_ROMAN_UPPER, "", 1 << 30));
              document.getDocumentCatalog().setPageLabels(labels);
            });
    assertThat(read("report.pdf", pdf).only().positions().pageLabels())
        .isEqualTo("i, ii, iii, iv, 1, 2, A-AA, 1073741824");
  }

  private static PDPageLabelRange range(String style, String prefix, int start) {
    PDPageLabelRange range = new PDPageLabelRange();
    range.setStyle(style);
    range.setPrefix(prefix);
    range.setStart(start);
    return range;
  }

  @Test
  void pageThatCannotBeReadIsEmptyAndNamedInTheLedger() {
    byte[] pdf =
        PdfSamples.pdf(
            document -> {
              PdfSamples.report(document, 9);
              COSDictionary font = new COSDictionary();
              font.setItem(COSName.TYPE, COSName.FONT);
              font.setItem(COSName.SUBTYPE, COSName.TYPE0);
              COSDictionary fonts =
                  document.getPage(4).getResources().getCOSObject().getCOSDictionary(COSName.FONT);
              List.copyOf(fonts.keySet()).forEach(name -> fonts.setItem(name, font));
            });
    Reading reading = read("report.pdf", pdf);
    Article article = reading.only();
    assertThat(article.positions().pages()).hasSize(9);
    assertThat(String.join(" ", article.paragraphs()))
        .contains("only4", "only6")
        .doesNotContain("only5");
    assertThat(reading.ledger().entries(Outcome.REMARKED))
        .extracting(LedgerEntry::reason, LedgerEntry::detail)
        .containsExactly(tuple(PageNotes.UNREAD, "page 5"));
  }

  @Test
  void aPageOfAnIssueMayBeAFileOfItsOwn() {
    byte[] pdf =
        PdfSamples.pdf(
            document -> {
              PDPage page = PdfSamples.page(document, PDRectangle.A2);
              PdfSamples.lines(document, page, 24, 60, 100, List.of(TITLE));
              PdfSamples.lines(document, page, 10, 60, 400, column("word", 10));
            });
    Reading.write(folder, "Daily Ember/1931-05-04/0003.pdf", pdf);
    Article article = Reading.of(folder).only();
    assertThat(article.source()).isEqualTo("Daily Ember");
    assertThat(article.publishedAt().iso()).isEqualTo("1931-05-04");
    PrintedPage page = article.positions().pages().getFirst();
    assertThat(page.number()).isEqualTo(3);
    assertThat(page.image()).endsWith("0003.pdf#page=1");
  }

  @Thorough
  @ParameterizedTest
  @CsvSource({"0, false", "90, false", "180, false", "270, false", "0, true", "90, true"})
  void eachWordKeepsItsPlaceOnThePageAsItIsShown(int rotation, boolean isPrintedAcross)
      throws IOException {
    byte[] pdf =
        PdfSamples.pdf(
            document -> {
              PDPage page = PdfSamples.page(document, PDRectangle.A4);
              if (isPrintedAcross) {
                try (PDPageContentStream content =
                    new PDPageContentStream(
                        document, page, PDPageContentStream.AppendMode.APPEND, false)) {
                  content.transform(Matrix.getRotateInstance(Math.PI / 2, 595, 0));
                }
              }
              page.setRotation(rotation);
              PdfSamples.lines(
                  document,
                  page,
                  10,
                  60,
                  400,
                  List.of(
                      "The harbour was closed by", "frost, and the ferry remain-", "ed there."));
            });
    Article article = read("a.pdf", pdf).only();
    assertThat(article.paragraphs())
        .containsExactly("The harbour was closed by frost, and the ferry remained there.");
    List<WordPlace> places = article.positions().words().words();
    assertThat(places)
        .extracting(WordPlace::word)
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 10);
    double left = 60 + PdfSamples.FONT.getStringWidth("The ") / 100;
    double right = left + PdfSamples.FONT.getStringWidth("harbour") / 100;
    double baseline = isPrintedAcross ? 595 - (842 - 400) : 400;
    Sheet sheet =
        isPrintedAcross
            ? new Sheet(842, 595, Math.floorMod(rotation - 90, 360) / 90)
            : new Sheet(595, 842, rotation / 90);
    Box printed = sheet.share(new Bounds(left, baseline - 7.5, right, baseline + 2.2));
    Box place = (Box) places.get(1).place();
    assertThat(place.left()).isCloseTo(printed.left(), within(0.002));
    assertThat(place.top()).isCloseTo(printed.top(), within(0.002));
    assertThat(place.right()).isCloseTo(printed.right(), within(0.002));
    assertThat(place.bottom()).isCloseTo(printed.bottom(), within(0.002));
    PrintedPage page = article.positions().pages().getFirst();
    assertThat(page.image()).endsWith("a.pdf#page=1");
    boolean isTurned = rotation % 180 != 0;
    assertThat(page.width()).isEqualTo(isTurned ? 842 : 595);
    assertThat(page.height()).isEqualTo(isTurned ? 595 : 842);
  }

  @Test
  void placesGoOnOverThePage() {
    byte[] pdf =
        PdfSamples.pdf(
            document -> {
              for (int i = 0; i < 2; i++) {
                PDPage page = PdfSamples.page(document, PDRectangle.A4);
                PdfSamples.lines(document, page, 24, 60, 200, i == 0 ? List.of(TITLE) : List.of());
                List<String> lines = column("word", 6);
                lines.set(5, i == 0 ? "where the old har-" : "it ends.");
                lines.set(0, i == 0 ? "Here it begins" : "bour was");
                PdfSamples.lines(document, page, 10, 60, 400, lines);
              }
            });
    Article article = read("a.pdf", pdf).only();
    String text = article.title() + " " + String.join(" ", article.paragraphs());
    List<String> words = List.of(text.split(" ", -1));
    List<WordPlace> harbour =
        article.positions().words().words().stream()
            .filter(place -> place.word() == words.indexOf("harbour"))
            .toList();
    assertThat(harbour).extracting(WordPlace::part).containsExactly(0, 1);
    assertThat(((Box) harbour.get(0).place()).top())
        .isGreaterThan(((Box) harbour.get(1).place()).top());
    assertThat(article.positions().words().words().getLast().word()).isEqualTo(words.size() - 1);
  }

  @Thorough
  @Test
  void propertiesCountOnlyWhereTheyArePrinted() {
    byte[] pdf =
        PdfSamples.pdf(
            document -> {
              PDPage page = PdfSamples.page(document, PDRectangle.A4);
              PdfSamples.lines(document, page, 10, 60, 80, List.of(TITLE));
              PdfSamples.lines(document, page, 10, 60, 110, List.of("Ada Rivers, 11 January 2010"));
              PdfSamples.lines(document, page, 10, 60, 140, column("word", 10));
              document.getDocumentInformation().setTitle(TITLE);
              document.getDocumentInformation().setAuthor("Ada Rivers");
              Calendar day =
                  new GregorianCalendar(TimeZone.getTimeZone("UTC"), java.util.Locale.ROOT);
              day.set(2010, Calendar.JANUARY, 11, 9, 0, 0);
              document.getDocumentInformation().setCreationDate(day);
            });
    Article article = read("a.pdf", pdf).only();
    assertThat(article.title()).isEqualTo(TITLE);
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.publishedAt().iso()).isEqualTo("2010-01-11");
    byte[] template =
        PdfSamples.pdf(
            document -> {
              PDPage page = PdfSamples.page(document, PDRectangle.A4);
              PdfSamples.lines(document, page, 10, 60, 140, column("word", 10));
              document.getDocumentInformation().setTitle("layout_v3.indd");
              document.getDocumentInformation().setAuthor("admin user");
              document.getDocumentInformation().setCreationDate(Calendar.getInstance());
            });
    Article unstated = read("b.pdf", template).only();
    assertThat(unstated.title()).isEmpty();
    assertThat(unstated.authors()).isEmpty();
    assertThat(unstated.publishedAt().isKnown()).isFalse();
  }

  @Test
  void turnedPageIsReadUpright() {
    byte[] pdf =
        PdfSamples.pdf(
            document -> {
              PDPage page = PdfSamples.page(document, PDRectangle.A4);
              page.setRotation(180);
              PdfSamples.lines(document, page, 10, 60, 140, column("word", 10));
            });
    assertThat(read("a.pdf", pdf).only().paragraphs().getFirst()).startsWith("word1 and");
  }

  @Thorough
  @Test
  void fileWithoutTextOrAccessSaysWhatToDo() {
    byte[] blank = PdfSamples.pdf(document -> PdfSamples.page(document, PDRectangle.A4));
    assertThat(reason(read("a.pdf", blank), Outcome.SKIPPED)).isEqualTo(PdfTask.NO_TEXT);
    assertThat(reason(read("b.pdf", locked("secret", new AccessPermission())), Outcome.SKIPPED))
        .isEqualTo(PdfTask.ENCRYPTED);
    AccessPermission none = new AccessPermission();
    none.setCanExtractContent(false);
    assertThat(reason(read("c.pdf", locked("", none)), Outcome.SKIPPED))
        .isEqualTo(PdfTask.FORBIDDEN);
    assertThat(read("d.pdf", locked("", new AccessPermission())).only().title()).isEqualTo("Open");
  }

  private static byte[] locked(String password, AccessPermission permission) {
    return PdfSamples.pdf(
        document -> {
          PDPage page = PdfSamples.page(document, PDRectangle.A4);
          PdfSamples.lines(document, page, 24, 60, 80, List.of("Open"));
          PdfSamples.lines(document, page, 10, 60, 120, column("word", 10));
          document.protect(new StandardProtectionPolicy("owner", password, permission));
        });
  }

  private static String reason(Reading reading, Outcome outcome) {
    assertThat(reading.articles()).isEmpty();
    List<LedgerEntry> entries = reading.ledger().entries(outcome);
    assertThat(entries).hasSize(1);
    return entries.getFirst().reason();
  }

  @Test
  void pdfBesideTheAltoOfItsPageIsNotReadTwice() {
    String alto =
        "<?xml version=\"1.0\"?><alto><Layout><Page WIDTH=\"100\" HEIGHT=\"100\"><PrintSpace>"
            + "<TextBlock><TextLine><String CONTENT=\"Opened\" HPOS=\"1\" VPOS=\"1\" WIDTH=\"9\""
            + " HEIGHT=\"9\"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>";
    Reading.write(folder, "shelf/0602.xml", alto.getBytes(ISO_8859_1));
    Reading.write(folder, "shelf/0602.pdf", PdfSamples.story(TITLE));
    Reading.write(folder, "shelf/0603.pdf", PdfSamples.story(TITLE));
    Reading reading = Reading.of(folder.resolve("shelf"));
    assertThat(reading.articles())
        .extracting(article -> article.locations().getFirst())
        .containsExactlyInAnyOrder("0602.xml", "0603.pdf");
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsOnlyKeys("the same pages as 0602.xml");
  }

  @Test
  void damagedFileIsOneFailureAndTheOthersAreRead() {
    byte[] whole = PdfSamples.story(TITLE);
    Reading.write(folder, "bad/a.pdf", Arrays.copyOf(whole, 60));
    Reading.write(folder, "bad/b.pdf", "%PDF-1.7\nnothing\n".getBytes(ISO_8859_1));
    Reading.write(folder, "bad/c.pdf", whole);
    Reading.write(folder, "bad/d.zip", Packed.zip("e.pdf", whole));
    Reading reading = Reading.of(folder.resolve("bad"));
    assertThat(reading.articles()).extracting(Article::title).containsExactly(TITLE, TITLE);
    assertThat(reading.ledger().totals().failed()).isEqualTo(2);
  }
}
