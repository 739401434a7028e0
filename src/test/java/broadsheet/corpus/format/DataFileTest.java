package broadsheet.corpus.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.Reading;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * First bytes by the specifications: https://parquet.apache.org/docs/file-format/,
 * https://www.sqlite.org/fileformat.html, https://wiki.openzim.org/wiki/ZIM_file_format,
 * https://avro.apache.org/docs/, https://arrow.apache.org/docs/format/Columnar.html, [MS-PST] and
 * https://www.stata.com/help.cgi?dta.
 */
class DataFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "PAR1~~, a Parquet file, CSV",
    "SQLite format 3~, an SQLite database, CSV",
    "ZIM\u0004~, a ZIM archive, zimdump",
    "Obj\u0001~, an Avro file, JSON",
    "ARROW1~~, an Arrow or Feather file, CSV",
    "FEA1~~, an Arrow or Feather file, CSV",
    "~\u0001~~Standard Jet DB~, an Access database, CSV",
    "!BDN~~, an Outlook mailbox, mbox",
    "<stata_dta><header>~, a Stata data set, CSV",
    "$FL2@(#) SPSS~, an SPSS data set, CSV"
  })
  void databaseSaysWhatToExport(String head, String kind, String advice) throws IOException {
    byte[] bytes =
        (head + "\u0001\u0002\u0003~".repeat(40)).replace('~', '\0').getBytes(ISO_8859_1);
    Reading reading = Reading.of(Files.write(folder.resolve("news"), bytes));
    assertThat(reading.ledger().entries(Outcome.SKIPPED))
        .extracting(LedgerEntry::reason)
        .allSatisfy(reason -> assertThat(reason).startsWith(kind + ":").contains(advice))
        .hasSize(1);
  }
}
