package broadsheet.corpus.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PrintedPage;
import broadsheet.article.WordPlace;
import broadsheet.corpus.Packed;
import broadsheet.corpus.Reading;
import broadsheet.corpus.pdf.PdfSamples;
import broadsheet.ledger.LedgerEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Issues in METS, https://www.loc.gov/standards/mets/, whose pages are ALTO, in the ways of several
 * libraries.
 */
class MetsTest {
  /** Divisions that contain areas, as in Luxembourg and Paris. */
  private static final String NESTED =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <mets xmlns="http://www.loc.gov/METS/" xmlns:mods="m" xmlns:xlink="x" TYPE="Newspaper">
      <dmdSec ID="I"><mdWrap><xmlData><mods:mods><mods:titleInfo><mods:nonSort>The</mods:nonSort>
        <mods:title>Daily Ember.</mods:title></mods:titleInfo><mods:originInfo>
        <mods:dateIssued>17.01.1904</mods:dateIssued></mods:originInfo></mods:mods></xmlData></mdWrap></dmdSec>
      <dmdSec ID="A"><mdWrap><xmlData><mods:mods><mods:titleInfo><mods:title>New bridge opens</mods:title>
        </mods:titleInfo><mods:language><mods:languageTerm>en</mods:languageTerm></mods:language><mods:name>
        <mods:namePart type="family">Rivers</mods:namePart><mods:namePart type="given">Ada</mods:namePart>
        </mods:name></mods:mods></xmlData></mdWrap></dmdSec>
      <fileSec><fileGrp USE="Text">
        <file ID="T1" MIMETYPE="text/xml"><FLocat xlink:href="file://./text/1.xml"/></file>
        <file ID="T2" MIMETYPE="text/xml"><FLocat xlink:href="file://./text/2.xml"/></file>
      </fileGrp><fileGrp USE="Images">
        <file ID="S1" MIMETYPE="image/tiff"><FLocat xlink:href="file://./images/1.tif"/></file>
      </fileGrp></fileSec>
      <structMap TYPE="PHYSICAL"><div TYPE="Newspaper">
        <div TYPE="PAGE" ORDER="1" ORDERLABEL="13"><fptr FILEID="S1"/><fptr FILEID="T1"/></div>
        <div TYPE="PAGE" ORDER="2" ORDERLABEL="99999"><fptr><area FILEID="T2"/></fptr></div></div></structMap>
      <structMap TYPE="LOGICAL"><div TYPE="Newspaper"><div TYPE="ISSUE" DMDID="I"><div TYPE="CONTENT">
        <div TYPE="SECTION" LABEL="Home news"><div ID="D1" TYPE="ARTICLE" DMDID="A" LABEL="New bridge opens">
          <div TYPE="HEADING"><div TYPE="TITLE"><fptr><area FILEID="T1" BETYPE="IDREF" BEGIN="h"/></fptr></div></div>
          <div TYPE="BODY"><div TYPE="PARAGRAPH"><fptr><seq><area FILEID="T1" BETYPE="IDREF" BEGIN="b"/>
            <area FILEID="T2" BETYPE="IDREF" BEGIN="c"/></seq></fptr></div></div></div></div>
        <div ID="D2" TYPE="ADVERTISEMENT" LABEL="Untitled Ad"><div TYPE="TEXT"><fptr>
          <area FILEID="T2" BETYPE="IDREF" BEGIN="d"/></fptr></div></div>
      </div></div></div></structMap></mets>
      """;

  private static final String PAGE_1 =
      new Alto4()
          .block("h", 90, "New bridqe opens")
          .block("b", "The bridge across the", "Em+")
          .toString();
  private static final String PAGE_2 =
      new Alto4().block("c", "ber opened.").block("d", "Soap, 3d.").toString();

  @TempDir Path folder;

  @BeforeEach
  void writeIssue() {
    write("issue/1904-mets.xml", NESTED);
    write("issue/text/1.xml", PAGE_1);
    write("issue/text/2.xml", PAGE_2);
  }

  private void write(String name, String content) {
    Reading.write(folder, name, content.getBytes(UTF_8));
  }

  private static List<String> reasons(Reading reading) {
    return reading.entries().stream().map(LedgerEntry::reason).toList();
  }

  @Test
  void divisionsAreArticlesWithWhatTheIssueStates() {
    Reading reading = Reading.of(folder);
    assertThat(reading.articles()).hasSize(2);
    Article article = reading.articles().getFirst();
    assertThat(article.title()).isEqualTo("New bridge opens");
    assertThat(article.paragraphs()).containsExactly("The bridge across the Ember opened.");
    assertThat(article.source()).isEqualTo("The Daily Ember");
    assertThat(article.publishedAt().iso()).isEqualTo("1904-01-17");
    assertThat(article.section()).isEqualTo("Home news");
    assertThat(article.authors()).containsExactly("Ada Rivers");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.positions().pages())
        .extracting(PrintedPage::label)
        .containsExactly("13", "2");
    Article advertisement = reading.articles().getLast();
    assertThat(advertisement.title()).isEmpty();
    assertThat(advertisement.section()).isEqualTo("Advertisements");
    assertThat(advertisement.positions().pageLabels()).isEqualTo("2");
  }

  /** Advertisements in issues of the National Library of Luxembourg state no language. */
  @Test
  void issueInTwoLanguagesGivesNeitherToADivisionThatStatesNone() {
    String both =
        "<mods:language><mods:languageTerm>fr</mods:languageTerm><mods:languageTerm>de"
            + "</mods:languageTerm></mods:language></mods:mods></xmlData></mdWrap></dmdSec>\n";
    write(
        "issue/1904-mets.xml",
        NESTED.replaceFirst("</mods:mods></xmlData></mdWrap></dmdSec>\n", both));
    assertThat(Reading.of(folder).articles())
        .extracting(Article::language)
        .containsExactly("en", "");
    write(
        "issue/1904-mets.xml",
        NESTED.replaceFirst(
            "</mods:mods></xmlData></mdWrap></dmdSec>\n",
            both.replace("<mods:languageTerm>de</mods:languageTerm>", "")));
    assertThat(Reading.of(folder).articles())
        .extracting(Article::language)
        .containsExactly("en", "fr");
  }

  @Test
  void wordsOfTheHeadlineHaveThePlacesOfThePrintedOne() {
    List<WordPlace> words = Reading.of(folder).articles().getFirst().positions().words().words();
    assertThat(words).extracting(WordPlace::word).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 7, 8);
    assertThat(words).extracting(WordPlace::part).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 1);
  }

  @Test
  void pagesOfAnIssueAreNoArticlesOfTheirOwn() {
    assertThat(reasons(Reading.of(folder))).containsExactly("part of an issue", "part of an issue");
  }

  @Test
  void anIssueInAnArchiveIsReadWhateverTheOrderOfItsFiles() {
    byte[] zip =
        Packed.zip(
            z -> {
              Packed.deflated(z, "i/text/1.xml", PAGE_1.getBytes(UTF_8));
              Packed.deflated(z, "i/a-mets.xml", NESTED.getBytes(UTF_8));
              Packed.deflated(z, "i/text/2.xml", PAGE_2.getBytes(UTF_8));
              Packed.deflated(z, "alone.xml", PAGE_2.getBytes(UTF_8));
            });
    Reading reading = Reading.of(Reading.write(folder, "issues.zip", zip));
    assertThat(reading.articles()).hasSize(3);
    assertThat(reading.articles().getFirst().locations())
        .containsExactly("issues.zip/i/a-mets.xml#1");
    assertThat(reading.articles().getFirst().paragraphs())
        .containsExactly("The bridge across the Ember opened.");
    assertThat(reading.articles().getLast().locations()).containsExactly("issues.zip/alone.xml");
  }

  @Test
  void packedPagesAreFoundByTheNameWithoutThePacking() throws Exception {
    java.nio.file.Files.delete(folder.resolve("issue/text/2.xml"));
    Reading.write(folder, "issue/text/2.xml.gz", Reading.gzip(PAGE_2.getBytes(UTF_8)));
    assertThat(Reading.of(folder).articles()).hasSize(2);
    assertThat(Reading.of(folder).articles().getFirst().paragraphs())
        .containsExactly("The bridge across the Ember opened.");
  }

  @Test
  void aMissingPageIsReportedAndTheRestIsRead() throws Exception {
    java.nio.file.Files.delete(folder.resolve("issue/text/2.xml"));
    Reading reading = Reading.of(folder);
    assertThat(reading.only().paragraphs()).containsExactly("The bridge across the Em");
    assertThat(reading.entries())
        .anySatisfy(
            entry -> {
              assertThat(entry.reason()).isEqualTo("a page is missing");
              assertThat(entry.detail()).isEqualTo("./text/2.xml");
            });
  }

  @Test
  void pagesOfThePdfBesideItStandInForScansThatBrowsersCannotShow() {
    Reading.write(folder, "issue/images/1.jp2", new byte[] {0, 0, 0, 12});
    assertThat(Reading.of(folder).articles().getFirst().positions().pages().getFirst().image())
        .endsWith("1.jp2");
    Reading.write(folder, "issue/1904.pdf", pdf(3));
    assertThat(Reading.of(folder).articles().getFirst().positions().pages().getFirst().image())
        .endsWith("1.jp2");
    Reading.write(folder, "issue/1904.pdf", pdf(2));
    Reading reading = Reading.of(folder);
    assertThat(reading.articles().getFirst().positions().pages())
        .extracting(page -> page.image().replaceAll(".*/", ""))
        .containsExactly("1904.pdf#page=1", "1904.pdf#page=2");
    assertThat(reasons(reading)).contains("the same pages as 1904-mets.xml");
    Reading.write(folder, "issue/images/1.tif", new byte[] {'I', 'I', 42, 0});
    assertThat(Reading.of(folder).articles().getFirst().positions().pages())
        .extracting(page -> page.image().replaceAll(".*/", ""))
        .containsExactly("1.tif", "1904.pdf#page=2");
  }

  private static byte[] pdf(int pages) {
    return PdfSamples.pdf(document -> PdfSamples.report(document, pages));
  }

  @Test
  void anIssueWithoutDivisionsGivesAnArticleAPage() {
    write(
        "issue/1904-mets.xml",
        NESTED.replaceAll("(?s)<structMap TYPE=\"LOGICAL\">.*</structMap>", ""));
    Reading reading = Reading.of(folder);
    assertThat(reading.articles())
        .extracting(a -> a.positions().pageLabels())
        .containsExactly("13", "2");
    assertThat(reading.articles())
        .extracting(Article::title)
        .containsExactly("New bridqe opens", "");
  }

  @Test
  void ofTwoDescriptionsTheOneWithArticlesIsRead() {
    write("issue/toc/t.xml", NESTED.replace("file://./text", "../text"));
    write(
        "issue/1904-mets.xml",
        NESTED.replaceAll("(?s)<structMap TYPE=\"LOGICAL\">.*</structMap>", ""));
    Reading reading = Reading.of(folder);
    assertThat(reading.articles()).hasSize(2);
    assertThat(reasons(reading)).contains("its articles are in another file of the issue");
  }

  /** The form used in London: areas from word to word, linked to flat divisions. */
  @Test
  void linkedAreasFromWordToWordAreRead() {
    String flat =
        """
        <mets:mets xmlns:mets="m" xmlns:xlink="x"><mets:fileSec><mets:fileGrp>
        <mets:file ID="T" MIMETYPE="text/xml"><mets:FLocat xlink:href="p.xml"/></mets:file></mets:fileGrp></mets:fileSec>
        <mets:structMap TYPE="LOGICAL"><mets:div ID="l" TYPE="ISSUE" LABEL="Ember. 1824-02-17">
        <mets:div ID="a1" TYPE="ARTICLE"/><mets:div ID="a2" TYPE="ADVERT"/></mets:div></mets:structMap>
        <mets:structMap TYPE="PHYSICAL"><mets:div TYPE="page" ID="p"><mets:fptr FILEID="T"/>
        <mets:div ID="r1" TYPE="pagearea"><mets:fptr><mets:area FILEID="T" BEGIN="w2" END="w4"/></mets:fptr></mets:div>
        <mets:div ID="r2" TYPE="pagearea"><mets:fptr><mets:area FILEID="T" BEGIN="w5" END="w5"/></mets:fptr></mets:div>
        </mets:div></mets:structMap><mets:structLink><mets:smLinkGrp><mets:smLocatorLink xlink:href="#a1"/>
        <mets:smLocatorLink xlink:href="#r1"/></mets:smLinkGrp><mets:smLinkGrp><mets:smLocatorLink xlink:href="#a2"/>
        <mets:smLocatorLink xlink:href="#r2"/></mets:smLinkGrp></mets:structLink></mets:mets>
        """;
    Path other = folder.resolve("other");
    Reading.write(other, "x.xml", flat.getBytes(UTF_8));
    Reading.write(
        other,
        "p.xml",
        new Alto4().block("b", "one two three", "four five six").toString().getBytes(UTF_8));
    Reading reading = Reading.of(other);
    assertThat(reading.articles())
        .extracting(Article::paragraphs)
        .containsExactly(List.of("two three four"), List.of("five"));
    assertThat(reading.articles())
        .extracting(a -> a.publishedAt().iso())
        .containsOnly("1824-02-17");
  }

  @Test
  void nothingOutsideTheGivenFolderIsRead() {
    write("issue/1904-mets.xml", NESTED.replace("file://./text", "../../outside"));
    Reading.write(folder, "outside/1.xml", PAGE_1.getBytes(UTF_8));
    Reading reading = Reading.of(folder.resolve("issue"));
    assertThat(reading.articles().getFirst().title()).isEqualTo("New bridge opens");
    assertThat(reading.articles().getFirst().paragraphs()).isEmpty();
    assertThat(reasons(reading)).contains("a page is missing");
  }

  @Test
  void aScanBesideThePagesIsKnown() {
    Path scan = Reading.write(folder, "issue/images/1.jpg", new byte[] {1});
    List<PrintedPage> pages = Reading.of(folder).articles().getFirst().positions().pages();
    assertThat(pages.getFirst().image()).isEqualTo(scan.toString());
    assertThat(pages.getLast().image()).isEmpty();
  }

  @Test
  void mutatedIssuesNeverEndTheReading() throws Exception {
    byte[] sound = NESTED.getBytes(UTF_8);
    Random random = new Random(23);
    String odd = "<>\"'&/ =\0\u00ff9-";
    for (int i = 0; i < 100; i++) {
      byte[] bytes = sound.clone();
      for (int j = 0; j <= random.nextInt(10); j++) {
        bytes[random.nextInt(bytes.length)] = (byte) odd.charAt(random.nextInt(odd.length()));
      }
      Reading.write(folder, "m" + i + "/mets.xml", bytes);
      write("m" + i + "/text/1.xml", PAGE_1);
      write("m" + i + "/text/2.xml", PAGE_2);
    }
    Reading reading = Reading.of(folder);
    assertThat(reasons(reading))
        .doesNotContain("could not be made into an article", "could not be read");
    assertThat(reading.articles().size()).isGreaterThan(150);
  }

  @Test
  void aPageThatManyDivisionsRepeatIsNotReadWithoutEnd() {
    String page = new Alto4().block("b", "word ".repeat(1_000).strip()).toString();
    write("issue/text/2.xml", page);
    String division = "<div TYPE=\"ARTICLE\"><area FILEID=\"T2\" BEGIN=\"b\"/></div>";
    String many = NESTED.replace("<div TYPE=\"CONTENT\">", "<div>" + division.repeat(600));
    write("issue/1904-mets.xml", many);
    Reading reading = Reading.of(folder);
    assertThat(reading.articles()).hasSizeBetween(490, 500);
    assertThat(reasons(reading)).contains("more text than its pages can have");
  }

  @Test
  void groupsThatNestWithoutEndAreRead() {
    String deep = "<ComposedBlock ID=\"g\">".repeat(50_000);
    write(
        "issue/text/2.xml",
        "<alto><Page WIDTH=\"9\" HEIGHT=\"9\">"
            + deep
            + "<TextBlock ID=\"c\"><String CONTENT=\"deep\"/></TextBlock></Page></alto>");
    assertThat(Reading.of(folder).articles().getFirst().paragraphs())
        .containsExactly("The bridge across the Emdeep");
  }
}
