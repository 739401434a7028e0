package broadsheet.recognize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.article.PrintedPage;
import broadsheet.corpus.Reading;
import broadsheet.corpus.pdf.PdfSamples;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recognized, and what becomes of pages that cannot be, with a script as Tesseract. */
class RecognitionTest {
  private static final List<String> LINES = List.of("A page of a newspaper");

  @TempDir Path temporary;
  private Path folder;
  private Path tools;

  @BeforeEach
  void makeFolders() throws IOException {
    folder = Files.createDirectories(temporary.resolve("scans"));
    tools = temporary.resolve("tools");
  }

  private void write(String name, byte[] content) {
    Reading.write(folder, name, content);
  }

  private static List<String> entries(Reading reading, Outcome outcome) {
    return reading.ledger().entries(outcome).stream()
        .map(entry -> name(entry) + ": " + entry.reason() + detail(entry))
        .sorted()
        .toList();
  }

  private static String name(LedgerEntry entry) {
    return entry.place().substring(entry.place().lastIndexOf('/') + 1);
  }

  private static String detail(LedgerEntry entry) {
    return entry.detail().isEmpty() ? "" : " (" + entry.detail() + ")";
  }

  @Test
  void nothingIsRecognizedByDefault() {
    write("1.png", ScanSamples.image("png", LINES));
    write("2.pdf", ScanSamples.pdf(1));
    Reading reading = Reading.of(folder);
    assertThat(reading.articles()).isEmpty();
    assertThat(entries(reading, Outcome.SKIPPED))
        .containsExactly(
            "1.png: a picture; with --ocr, scans of pages are recognized",
            "2.pdf: no text layer: index it with --ocr, or run OCR first (ocrmypdf)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "tif", "gif"})
  void aScanIsAnArticleWithItsPictureAndQuality(String kind) throws IOException {
    Path file = folder.resolve("Daily Ember/1904-01-17/0003." + kind);
    write("Daily Ember/1904-01-17/0003." + kind, ScanSamples.image(kind, LINES));
    Reading reading = StandIn.in(tools).read(folder);
    Article article = reading.only();
    assertThat(article.paragraphs()).containsExactly(StandIn.TEXT);
    assertThat(article.source()).isEqualTo("Daily Ember");
    assertThat(article.publishedAt().iso()).isEqualTo("1904-01-17");
    assertThat(article.positions().quality()).isEqualTo(90);
    PrintedPage page = (PrintedPage) article.positions().parts().getFirst();
    assertThat(page.number()).isEqualTo(3);
    assertThat(page.image()).isEqualTo(file.toString());
    assertThat(entries(reading, Outcome.REMARKED))
        .containsExactly("0003." + kind + ": text recognized by OCR (Tesseract 5.5.0, eng)");
  }

  @Test
  void aPageIsRecognizedAgainIfItsLanguageIsNotTheFirst() throws IOException {
    write("a.png", ScanSamples.image("png", LINES));
    StandIn program =
        StandIn.doing(
            tools,
            "echo \"$4\" >> \"$here/languages\"; sed 's/=\"Frost\"/=\"The frost that has come to"
                + " the town is the reason why it will not be open and this is what they say\"/'"
                + " \"$here/alto.xml\"");
    Tesseract tesseract =
        new Tesseract(tools.resolve("tesseract").toString(), "", "5.5.0", "deu+eng");
    Recognizer recognizer = Recognizer.with(tesseract, tools.resolve("cache"));
    assertThat(StandIn.read(folder, recognizer).articles()).hasSize(1);
    assertThat(Files.readAllLines(tools.resolve("languages")))
        .containsExactly("deu+eng", "eng+deu");
    assertThat(StandIn.read(folder, recognizer).articles()).hasSize(1);
    assertThat(program.calls()).isEqualTo(2);
  }

  /** Gallica and HathiTrust write their name as text below each scan. */
  @Thorough
  @Test
  void aScanThatALibraryStampedIsRecognized() throws IOException {
    List<String> stamp = List.of("Source example.org / National Library");
    write(
        "gazette.pdf",
        PdfSamples.pdf(
            document -> {
              for (String line : List.of("One", "Two")) {
                ScanSamples.add(document, List.of(line));
                PDPage page = document.getPage(document.getNumberOfPages() - 1);
                PdfSamples.lines(document, page, 8, 60, 800, stamp);
              }
            }));
    StandIn tesseract = StandIn.in(tools);
    assertThat(String.join(" ", tesseract.read(folder).only().paragraphs()))
        .isEqualTo(StandIn.TEXT + " " + StandIn.TEXT);
    assertThat(tesseract.calls()).isEqualTo(2);
  }

  @Test
  void aPageOfFewWordsIsNotRecognizedUnlessAPictureCoversIt() throws IOException {
    write("story.pdf", PdfSamples.story("Bridge opens"));
    StandIn tesseract = StandIn.in(tools);
    assertThat(tesseract.read(folder).only().title()).isEqualTo("Bridge opens");
    assertThat(tesseract.calls()).isZero();
  }

  /** Its caption is text already. */
  @Thorough
  @Test
  void aPictureWithACaptionKeepsItsText() throws IOException {
    List<String> caption =
        List.of("The harbour of Emberton, seen from the hill, in the first frost of January");
    write(
        "photo.pdf",
        PdfSamples.pdf(
            document -> {
              ScanSamples.add(document, List.of("A picture"));
              PdfSamples.lines(document, document.getPage(0), 10, 60, 780, caption);
            }));
    Reading reading = StandIn.in(tools).read(folder);
    assertThat(String.join(" ", reading.only().paragraphs())).isEqualTo(caption.getFirst());
    assertThat(entries(reading, Outcome.REMARKED)).isEmpty();
  }

  @Thorough
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTiffOfSeveralPagesIsOneArticle(boolean hasThumbnail) throws IOException {
    write("report.tif", ScanSamples.tiff(List.of("One", "Two", "Three"), hasThumbnail));
    StandIn tesseract = StandIn.in(tools);
    Article article = tesseract.read(folder).only();
    assertThat(tesseract.calls()).isEqualTo(3);
    assertThat(String.join(" ", article.paragraphs()))
        .isEqualTo(String.join(" ", StandIn.TEXT, StandIn.TEXT, StandIn.TEXT));
    assertThat(article.positions().parts())
        .extracting(part -> ((PrintedPage) part).image())
        .containsExactly(
            folder.resolve("report.tif") + "#page=1",
            folder.resolve("report.tif") + (hasThumbnail ? "#page=3" : "#page=2"),
            folder.resolve("report.tif") + (hasThumbnail ? "#page=5" : "#page=3"));
    tesseract.read(folder);
    assertThat(tesseract.calls()).as("pages are kept").isEqualTo(3);
  }

  @Thorough
  @Test
  void aPageOfATiffThatFailsIsNamedAndTheRestGoesOn() throws IOException {
    write("report.tif", ScanSamples.tiff(List.of("One", "Two", "Three"), false));
    StandIn tesseract = StandIn.doing(tools, "[ $n = 2 ] && exit 9; cat \"$here/alto.xml\"");
    Reading reading = tesseract.read(folder);
    assertThat(reading.only().positions().parts()).hasSize(3);
    assertThat(entries(reading, Outcome.REMARKED))
        .containsExactly(
            "report.tif: some pages could not be recognized (page 2: Tesseract failed)",
            "report.tif: text recognized by OCR (Tesseract 5.5.0, eng)");
  }

  /** The chain of images leads back to the first. */
  @Test
  void aTiffWithoutEndIsReadOnce() throws IOException {
    byte[] tiff = ScanSamples.tiff(List.of("One"), false);
    ByteBuffer bytes = ByteBuffer.wrap(tiff);
    bytes.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int first = bytes.getInt(4);
    bytes.putInt(first + 2 + 12 * bytes.getShort(first), first);
    write("endless.tif", tiff);
    StandIn tesseract = StandIn.in(tools);
    assertThat(tesseract.read(folder).articles()).hasSize(1);
    assertThat(tesseract.calls()).isEqualTo(1);
  }

  @Thorough
  @Test
  void onlyThePagesOfAPdfWithoutTextAreRecognized() throws IOException {
    write(
        "report.pdf",
        PdfSamples.pdf(
            document -> {
              PdfSamples.report(document, 1);
              ScanSamples.add(document, LINES);
              PdfSamples.page(document, PDRectangle.A4);
            }));
    StandIn tesseract = StandIn.in(tools);
    Article article = tesseract.read(folder).only();
    assertThat(article.title()).isEqualTo("Report of the harbour inquiry");
    assertThat(String.join(" ", article.paragraphs()))
        .contains("the ice on the river.")
        .endsWith(StandIn.TEXT);
    assertThat(article.positions().quality()).isEqualTo(90);
    assertThat(article.positions().parts()).hasSize(3);
    assertThat(tesseract.calls()).as("the last page is blank").isEqualTo(1);
  }

  @Thorough
  @Test
  void pagesAreRecognizedOnceWhateverTheirFileIsCalled() throws IOException {
    write("1.png", ScanSamples.image("png", LINES));
    write("2.pdf", ScanSamples.pdf(2));
    StandIn tesseract = StandIn.in(tools);
    List<Article> first = tesseract.read(folder).articles();
    assertThat(tesseract.calls()).isEqualTo(3);
    Files.move(folder.resolve("2.pdf"), folder.resolve("3.pdf"));
    List<Article> second = tesseract.read(folder).articles();
    assertThat(tesseract.calls()).isEqualTo(3);
    assertThat(second.getLast().paragraphs()).isEqualTo(first.getLast().paragraphs());
    write("1.png", ScanSamples.image("png", List.of("Another page")));
    tesseract.read(folder);
    assertThat(tesseract.calls()).isEqualTo(4);
  }

  @Thorough
  @Test
  void aDamagedCopyOfARecognizedPageIsReplaced() throws IOException {
    write("1.png", ScanSamples.image("png", LINES));
    StandIn tesseract = StandIn.in(tools);
    tesseract.read(folder);
    try (var kept = Files.walk(tools.resolve("cache"))) {
      for (Path page : kept.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(page);
        Files.write(page, Arrays.copyOf(bytes, bytes.length / 2));
      }
    }
    assertThat(tesseract.read(folder).articles()).hasSize(1);
    assertThat(tesseract.calls()).isEqualTo(2);
    tesseract.read(folder);
    assertThat(tesseract.calls()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1904/0001.xml", "1904/alto/0001.xml", "1904/0001.txt", "1904/0001_alto.xml"})
  void aScanWhoseTextIsAnotherFileIsNotRecognized(String text) throws IOException {
    write("1904/img/0001.png", ScanSamples.image("png", LINES));
    write(text, "<alto><Layout><Page/></Layout></alto>".getBytes(UTF_8));
    StandIn tesseract = StandIn.in(tools);
    Reading reading = tesseract.read(folder);
    assertThat(reading.articles()).isEmpty();
    assertThat(entries(reading, Outcome.SKIPPED))
        .anyMatch(entry -> entry.startsWith("0001.png: a picture of a page whose text is another"));
    assertThat(tesseract.calls()).isZero();
  }

  @Test
  void picturesInTheFoldersOfAnIssueAreNotRecognized() throws IOException {
    write("issue/derived/page-1.png", ScanSamples.image("png", LINES));
    write(
        "issue/1904-mets.xml",
        ("<mets><fileSec><fileGrp USE='Text'><file ID='T1' MIMETYPE='text/xml'>"
                + "<FLocat xlink:href='text/0001.xml'/></file></fileGrp></fileSec></mets>")
            .getBytes(UTF_8));
    write("issue/text/0001.xml", "<alto><Layout><Page/></Layout></alto>".getBytes(UTF_8));
    write("loose/page-1.png", ScanSamples.image("png", LINES));
    StandIn tesseract = StandIn.in(tools);
    Reading reading = tesseract.read(folder);
    assertThat(entries(reading, Outcome.SKIPPED))
        .contains("page-1.png: a picture of a page whose text is another file (1904-mets.xml)");
    assertThat(reading.articles()).hasSize(1);
    assertThat(tesseract.calls()).isEqualTo(1);
  }

  /** Source of its beginning: RFC 9649, section 2.4. */
  @Test
  void aPictureThatIsNotReadSaysWhichAre() throws IOException {
    write("page.webp", "RIFF\u0004\0\0\0WEBPVP8 \0\0\0\0".getBytes(UTF_8));
    assertThat(entries(StandIn.in(tools).read(folder), Outcome.SKIPPED))
        .containsExactly(
            "page.webp: a picture in WebP: scans are read as JPEG, PNG, GIF, TIFF or JPEG 2000");
  }

  @Test
  void aPictureWithoutTheTextOfAPageIsNoArticle() throws IOException {
    write("photo.png", ScanSamples.image("png", LINES));
    StandIn tesseract = StandIn.doing(tools, "sed 's/WC=\"0.90\"/WC=\"0.31\"/' \"$here/alto.xml\"");
    Reading reading = tesseract.read(folder);
    assertThat(reading.articles()).isEmpty();
    assertThat(entries(reading, Outcome.SKIPPED))
        .containsExactly("photo.png: a picture without the text of a page");
  }

  @Thorough
  @Test
  void aPageThatTakesTooLongIsNamedAndTheRestGoesOn() throws IOException {
    write("report.pdf", ScanSamples.pdf(3));
    StandIn tesseract =
        StandIn.doing(tools, "[ $n = 2 ] && exec sleep 600; cat \"$here/alto.xml\"");
    Reading reading = tesseract.read(folder, Duration.ofSeconds(1));
    assertThat(reading.articles()).hasSize(1);
    assertThat(entries(reading, Outcome.REMARKED))
        .containsExactly(
            "report.pdf: some pages could not be recognized"
                + " (page 2: takes too long to recognize)",
            "report.pdf: text recognized by OCR (page 1, 3: Tesseract 5.5.0, eng)");
  }

  @Thorough
  @Test
  void aPageThatCannotBeDrawnIsNamedAndTheRestGoesOn() throws IOException {
    write(
        "report.pdf",
        PdfSamples.pdf(
            document -> {
              PdfSamples.page(document, new PDRectangle(0.1f, 0.1f));
              ScanSamples.add(document, LINES);
            }));
    Reading reading = StandIn.in(tools).read(folder);
    assertThat(reading.only().paragraphs()).containsExactly(StandIn.TEXT);
    assertThat(entries(reading, Outcome.REMARKED))
        .contains(
            "report.pdf: some pages could not be recognized (page 1: has a page without a size)");
  }

  @Test
  void aScanIsNoArticleAnyMoreOnceItsTextArrives() throws IOException {
    write("1904/img/0001.png", ScanSamples.image("png", LINES));
    StandIn tesseract = StandIn.in(tools);
    assertThat(tesseract.read(folder).articles()).hasSize(1);
    write("1904/0001.txt", "Frost\n\nFrost closes the harbour for another week.\n".getBytes(UTF_8));
    assertThat(tesseract.read(folder).only().title()).isEqualTo("Frost");
  }

  @Thorough
  @Test
  void aFileWhosePagesAllTakeTooLongIsGivenUp() throws IOException {
    write("report.pdf", ScanSamples.pdf(6));
    StandIn tesseract = StandIn.doing(tools, "exec sleep 600");
    Reading reading = tesseract.read(folder, Duration.ofSeconds(1));
    assertThat(entries(reading, Outcome.FAILED))
        .containsExactly(
            "report.pdf: no text layer, and its pages could not be recognized"
                + " (takes too long to recognize)");
    assertThat(tesseract.calls()).isEqualTo(3);
  }

  @Thorough
  @Test
  void aPageThatTakesLittleLongerThanItMayIsGivenUp() throws IOException {
    write("1.png", ScanSamples.image("png", LINES));
    StandIn late = StandIn.doing(tools, "/usr/bin/sleep 3; cat \"$here/alto.xml\"");
    assertThat(entries(late.read(folder, Duration.ofSeconds(1)), Outcome.FAILED))
        .singleElement()
        .asString()
        .contains("takes too long to recognize");
  }

  @Thorough
  @Test
  void aFailureOfTheProgramIsNamed() throws IOException {
    write("1.png", ScanSamples.image("png", LINES));
    write("2.pdf", ScanSamples.pdf(5));
    StandIn tesseract = StandIn.doing(tools, "exit 9");
    assertThat(entries(tesseract.read(folder), Outcome.FAILED))
        .containsExactly(
            "1.png: Tesseract failed (exit code 9)",
            "2.pdf: no text layer, and its pages could not be recognized (Tesseract failed)");
    assertThat(tesseract.calls()).isEqualTo(6);
  }

  @Test
  void outputWithoutEndIsRefused() throws IOException {
    write("1.png", ScanSamples.image("png", LINES));
    Reading reading = StandIn.doing(tools, "exec yes").read(folder, Duration.ofSeconds(20));
    assertThat(entries(reading, Outcome.FAILED)).hasSize(1);
    assertThat(entries(reading, Outcome.FAILED).getFirst())
        .startsWith("1.png: more text than a page can have");
  }

  /** The program never sees a file, only pixels that were decoded in the worker. */
  @Thorough
  @Test
  void hostileImagesNeverReachTheProgram() throws IOException {
    byte[] sound = ScanSamples.image("jpg", LINES);
    write("bomb.gif", gif());
    write("bomb.png", png(30_000, 30_000, 1_000_000));
    write("cut.jpg", Arrays.copyOf(sound, 300));
    write("endless.png", png(60_000, 600, 600 * 7501));
    write("header.png", Arrays.copyOf(ScanSamples.image("png", LINES), 20));
    write("negative.png", png(-1, 7, 100));
    write("tiny.png", png(16, 16, 48));
    StandIn tesseract = StandIn.in(tools);
    Reading reading = tesseract.read(folder);
    assertThat(reading.articles()).isEmpty();
    assertThat(entries(reading, Outcome.SKIPPED))
        .containsExactly("tiny.png: a picture too small for a page");
    assertThat(entries(reading, Outcome.FAILED))
        .hasSize(6)
        .anyMatch(e -> e.equals("bomb.gif: has too many pixels to be drawn (65535 by 65535)"))
        .anyMatch(e -> e.equals("bomb.png: has too many pixels to be drawn (30000 by 30000)"))
        .anyMatch(e -> e.startsWith("cut.jpg: damaged"))
        .anyMatch(e -> e.startsWith("endless.png: is too long to recognize"))
        .anyMatch(e -> e.startsWith("header.png: damaged"))
        .anyMatch(e -> e.startsWith("negative.png: damaged"));
    assertThat(tesseract.calls()).isZero();
  }

  /** The largest image without content. Source: GIF 89a, sections 18 to 22. */
  private static byte[] gif() {
    byte[] end = {4, 1, 0, 0, ';'};
    return ByteBuffer.allocate(6 + 7 + 10 + end.length)
        .put("GIF89a".getBytes(UTF_8))
        .put(new byte[] {-1, -1, -1, -1, 0, 0, 0})
        .put(new byte[] {',', 0, 0, 0, 0, -1, -1, -1, -1, 0})
        .put(end)
        .array();
  }

  /**
   * A bilevel image. Source: PNG specification, third edition, chapter 11.
   *
   * @param size the number of its unpacked bytes, all but one 0
   */
  private static byte[] png(int width, int height, int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(0x89504E470D0A1A0AL);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {1, 0, 0, 0, 0});
    chunk(out, "IHDR", header.toByteArray());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflated =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      byte[] pixels = new byte[size];
      pixels[1] = 1;
      deflated.write(pixels);
    }
    chunk(out, "IDAT", packed.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String kind, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(kind.getBytes(UTF_8));
    sum.update(content);
    out.writeInt(content.length);
    out.write(kind.getBytes(UTF_8));
    out.write(content);
    out.writeInt((int) sum.getValue());
  }
}
