package broadsheet.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Thorough;
import broadsheet.corpus.office.OfficeSamples;
import broadsheet.corpus.pack.DecompressionBudget;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that is read for one file comes out of one budget. */
@Thorough
@Timeout(60)
class BudgetTest {
  @TempDir Path folder;

  private Reading reading(Map<String, byte[]> files, boolean isZipped) {
    if (!isZipped) {
      files.forEach((name, content) -> Reading.write(folder, name, content));
      return Reading.of(folder);
    }
    byte[] zip =
        Packed.zip(
            out -> {
              for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Packed.deflated(out, file.getKey(), file.getValue());
              }
            });
    return Reading.of(Reading.write(folder, "issue.zip", zip));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void pageThatAnIssueNamesManyTimesIsReadOnce(boolean isZipped) {
    Reading reading = reading(IssueBombs.onePage(false), isZipped);
    assertThat(reading.articles()).hasSize(1);
    assertThat(reading.ledger().reasons(Outcome.FAILED)).isEmpty();
    assertThat(reading.ledger().reasons(Outcome.SKIPPED))
        .containsEntry("the text of another page", 299L);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void pagesOfAnIssueCountTogether(boolean isZipped) {
    Reading reading = reading(IssueBombs.pagesInTurn(true), isZipped);
    assertThat(reading.ledger().reasons(Outcome.FAILED)).containsKey(DecompressionBudget.TOO_LARGE);
    assertThat(reading.articles()).hasSizeLessThan(20);
  }

  @Test
  void partsOfOfficeFilesInAnArchiveCountTogether() {
    String text = OfficeSamples.paragraph("", "The bridge opened.").repeat(100_000);
    byte[] file = OfficeSamples.docx(text, Map.of());
    byte[] archive =
        Packed.zip(
            zip -> {
              for (int i = 0; i < 100; i++) {
                Packed.stored(zip, i + ".docx", file);
              }
            });
    assertThat(archive.length).isLessThan(10 << 20);
    Reading reading = Reading.of(Reading.write(folder, "files.zip.gz", Reading.gzip(archive)));
    assertThat(reading.ledger().reasons(Outcome.FAILED)).containsKey(DecompressionBudget.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"word/media/image1.png", "word/document.xml"})
  void partOfAnOfficeFileIsBoundedWhetherNeededOrNot(String part) {
    Reading reading = Reading.of(Reading.write(folder, "a.docx", officeBomb(part)));
    assertThat(reading.ledger().reasons(Outcome.FAILED))
        .hasSizeLessThan(3)
        .hasKeySatisfying(
            new Condition<>(reason -> reason.startsWith("unpacks to far more"), "too large"));
  }

  /** A Word file with one part that unpacks to a quarter of a gigabyte. */
  static byte[] officeBomb(String part) {
    return Packed.zip(
        zip -> {
          Packed.deflated(zip, "[Content_Types].xml", "<Types/>".getBytes(UTF_8));
          zip.putNextEntry(new ZipEntry(part));
          for (int i = 0; i < 256; i++) {
            zip.write(new byte[1 << 20]);
          }
          zip.closeEntry();
          if (!part.equals("word/document.xml")) {
            Packed.deflated(
                zip, "word/document.xml", "<document><body/></document>".getBytes(UTF_8));
          }
        });
  }

  @Test
  void cellsMayRepeatALongStringOnlySoOften() {
    Reading reading = Reading.of(Reading.write(folder, "a.xlsx", sheetBomb()));
    assertThat(reading.ledger().reasons(Outcome.FAILED))
        .containsKey("unpacks to far more than it should");
    assertThat(reading.articles()).hasSizeLessThan(100);
  }

  /** A workbook of a few kilobytes whose cells name one string of a megabyte 100,000 times. */
  static byte[] sheetBomb() {
    String row = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>";
    String again = "<row><c t=\"s\"><v>2</v></c><c t=\"s\"><v>2</v></c></row>";
    String words = "The bridge opened. ".repeat(50_000);
    return OfficeSamples.zip(
        "[Content_Types].xml",
        "<Types/>",
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData>" + row + again.repeat(50_000) + "</sheetData></worksheet>",
        "xl/sharedStrings.xml",
        "<sst><si><t>title</t></si><si><t>text</t></si><si><t>" + words + "</t></si></sst>");
  }
}
