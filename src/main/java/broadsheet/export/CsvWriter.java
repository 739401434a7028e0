package broadsheet.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a table: RFC 4180 in UTF-8 with a header row. Not thread-safe. */
public final class CsvWriter {
  public static final String TYPE = "text/csv; charset=utf-8";

  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .build();

  private static final CsvSchema SCHEMA = CsvSchema.emptySchema().withLineSeparator("\r\n");

  private final OutputStream out;
  private final SequenceWriter rows;

  /**
   * Writes the header row. A {@link ByteOrderMark} is written before.
   *
   * @param out is not closed
   */
  public CsvWriter(OutputStream out, List<String> names) throws IOException {
    this.out = out;
    rows = MAPPER.writerFor(String[].class).with(SCHEMA).writeValues(out);
    write(names);
  }

  public void write(List<String> cells) throws IOException {
    rows.write(cells.stream().map(FormulaGuard::guarded).toArray(String[]::new));
  }

  /** Passes on the rows so far. */
  public void flush() throws IOException {
    rows.flush();
  }

  /** Flushes buffered rows. */
  public void finish() throws IOException {
    rows.close();
    out.flush();
  }
}
