package broadsheet.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Thorough;
import broadsheet.corpus.Reading;
import broadsheet.corpus.pdf.PdfSamples;
import broadsheet.ledger.Outcome;
import broadsheet.scan.Jpeg2000Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recognizing text on pages in JPEG 2000, with a script in place of Tesseract. */
@Thorough
class Jpeg2000RecognitionTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final List<String> LINES = List.of("A page of a newspaper");
  private static final String MISSING =
      "is in JPEG 2000, which needs OpenJPEG (apt install libopenjp2-tools)";

  @TempDir Path temporary;
  private Path folder;
  private Path tools;

  @BeforeEach
  void makeFolders() throws IOException {
    folder = Files.createDirectories(temporary.resolve("scans"));
    tools = temporary.resolve("tools");
  }

  private static List<String> entries(Reading reading, Outcome outcome) {
    return reading.ledger().entries(outcome).stream()
        .map(entry -> entry.reason() + " (" + entry.detail() + ")")
        .sorted()
        .toList();
  }

  private static byte[] pdfOf(byte[] encoded) {
    return PdfSamples.pdf(document -> ScanSamples.addJpeg2000(document, encoded));
  }

  @Test
  void aPageThatCannotBeDrawnSaysWhy() throws IOException {
    Reading.write(folder, "page.pdf", pdfOf(Jpeg2000Samples.header(600, 800)));
    StandIn tesseract = StandIn.in(tools);
    assertThat(entries(tesseract.read(folder, LONG, Optional.empty()), Outcome.FAILED))
        .containsExactly(
            "no text layer, and its pages could not be recognized (a picture on it "
                + MISSING
                + ")");
    assertThat(tesseract.calls()).isZero();
  }

  @Test
  void aScanThatCannotBeDecodedSaysWhy() throws IOException {
    Reading.write(folder, "page.jp2", Jpeg2000Samples.header(600, 800));
    StandIn tesseract = StandIn.in(tools);
    assertThat(entries(tesseract.read(folder, LONG, Optional.empty()), Outcome.FAILED))
        .containsExactly(MISSING + " ()");
    assertThat(tesseract.calls()).isZero();
  }

  @Test
  void aPageIsRecognizedOnceItsPictureCanBeDecoded() throws IOException {
    Optional<Path> decoder = Jpeg2000Samples.decoder();
    byte[] encoded = Jpeg2000Samples.encoded(ScanSamples.page(LINES), "jp2");
    Reading.write(folder, "page.pdf", pdfOf(encoded));
    StandIn tesseract = StandIn.in(tools);
    assertThat(tesseract.read(folder, LONG, Optional.empty()).articles()).isEmpty();
    for (int i = 0; i < 2; i++) {
      Reading reading = tesseract.read(folder, LONG, decoder);
      assertThat(reading.only().paragraphs()).containsExactly(StandIn.TEXT);
      assertThat(tesseract.calls()).as("the page is kept").isEqualTo(1);
    }
  }

  @Test
  void hostileImagesNeverReachTheProgram() throws IOException {
    Optional<Path> decoder = Jpeg2000Samples.decoder();
    Reading.write(folder, "huge.jp2", Jpeg2000Samples.header(2_000_000_000, 2_000_000_000));
    Reading.write(folder, "bomb.jp2", Jpeg2000Samples.tileBomb());
    Reading.write(folder, "tiles.pdf", pdfOf(Jpeg2000Samples.tileBomb()));
    StandIn tesseract = StandIn.in(tools);
    Reading reading = tesseract.read(folder, LONG, decoder);
    assertThat(entries(reading, Outcome.FAILED))
        .containsExactly(
            "cannot be decoded by OpenJPEG (exit code 1)",
            "has too many pixels to be drawn (2000000000 by 2000000000)",
            "no text layer, and its pages could not be recognized"
                + " (a picture on it cannot be decoded by OpenJPEG)");
    assertThat(tesseract.calls()).isZero();
  }

  /** A page that was recognized in part may be whole next time. */
  @Test
  void aPageOfWhichAPartIsMissingIsNotedAndNotKept() throws IOException {
    Reading.write(folder, "page.pdf", PdfSamples.pdf(Jpeg2000RecognitionTest::inTwoParts));
    StandIn tesseract = StandIn.in(tools);
    for (int calls = 1; calls <= 2; calls++) {
      Reading reading = tesseract.read(folder, LONG, Optional.empty());
      assertThat(reading.only().paragraphs()).containsExactly(StandIn.TEXT);
      assertThat(entries(reading, Outcome.REMARKED))
          .contains(
              "parts of some pages could not be recognized (page 1: a picture on it "
                  + MISSING
                  + ")");
      assertThat(tesseract.calls()).isEqualTo(calls);
    }
  }

  private static void inTwoParts(PDDocument document) throws IOException {
    ScanSamples.addJpeg2000(document, Jpeg2000Samples.header(600, 800));
    PDPage page = document.getPage(0);
    try (PDPageContentStream content =
        new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
      content.drawImage(
          LosslessFactory.createFromImage(document, ScanSamples.page(LINES)),
          0,
          0,
          PDRectangle.A4.getWidth(),
          PDRectangle.A4.getHeight() / 2);
    }
  }
}
