package broadsheet.corpus.format;

import broadsheet.corpus.record.Peek;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Binary files of databases and programs whose texts can be exported, with what to export. Known by
 * their first bytes. Sources: the formats' specifications, and
 * https://www.iana.org/assignments/media-types/.
 */
enum DataFile {
  PARQUET("PAR1", "a Parquet file: export it as JSON lines or CSV, for example with DuckDB"),
  AVRO("Obj\\x01", "an Avro file: export it as JSON lines with avro-tools tojson"),
  ARROW("ARROW1|FEA1", "an Arrow or Feather file: export it as JSON lines or CSV"),
  ORC("ORC(?=[\\x00-\\x1f])", "an ORC file: export it as JSON lines or CSV"),
  SQLITE(
      "SQLite format 3\\x00",
      "an SQLite database: export the table of articles as CSV with sqlite3 -header -csv"),
  DUCKDB(".{8}DUCK", "a DuckDB database: export the table of articles as CSV or JSON lines"),
  ACCESS(
      ".{4}Standard (?:Jet|ACE) DB",
      "an Access database: export the table of articles as CSV, for example with mdb-export"),
  OUTLOOK("!BDN", "an Outlook mailbox: export it as mbox, for example with readpst"),
  ZIM("ZIM\\x04", "a ZIM archive: unpack its pages with zimdump dump"),
  STATA(
      "<stata_dta>|[\\x69-\\x73][\\x01\\x02]\\x01\\x00",
      "a Stata data set: export it as CSV with export delimited"),
  SPSS("\\$FL[23]@\\(#\\)", "an SPSS data set: save it as CSV"),
  SAS(
      "\\x00{12}\\xc2\\xea\\x81\\x60\\xb3\\x14\\x11\\xcf",
      "a SAS data set: export it as CSV with proc export"),
  R(
      "RD[AX][234]\\n|X\\n\\x00\\x00\\x00[\\x02\\x03]\\x00",
      "data of R: write the table of articles as CSV with write.csv"),
  HDF5("\\x89HDF\\r\\n\\x1a\\n", "an HDF5 file: export the table of articles as CSV"),
  PICKLE(
      "\\x80[\\x02-\\x05](?:\\x95.{8})?[c}\\]\\x8c]",
      "data of Python: export the articles as JSON lines or CSV"),
  MOBI(".{60}BOOKMOBI", "a Kindle book: convert it to EPUB, for example with Calibre"),
  DJVU("AT&TFORM", "a DjVu file: write its text with djvutoxml");

  private final Pattern beginning;
  private final String advice;

  DataFile(String beginning, String advice) {
    this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
    this.advice = advice;
  }

  /** The kind of a file, with advice on what to export; empty if it is of none. */
  static Optional<String> reason(Peek peek) {
    return Arrays.stream(values())
        .filter(kind -> kind.beginning.matcher(peek.head()).lookingAt())
        .map(kind -> kind.advice)
        .findFirst();
  }
}
