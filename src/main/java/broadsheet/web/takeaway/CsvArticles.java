package broadsheet.web.takeaway;

import broadsheet.article.Article;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Writes articles, without their text, as a table for spreadsheets: RFC 4180 in UTF-8 with a byte
 * order mark, names in the first line, several values in one cell joined by {@code "; "}.
 */
final class CsvArticles implements ArticleWriter {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final List<String> NAMES =
      List.of(
          "id",
          "title",
          "standfirst",
          "publishedAt",
          "source",
          "section",
          "author",
          "topic",
          "place",
          "person",
          "language",
          "url");

  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .build();

  private static final CsvSchema SCHEMA =
      CsvSchema.builder()
          .addColumns(NAMES, CsvSchema.ColumnType.STRING)
          .build()
          .withLineSeparator("\r\n");

  private final OutputStream out;
  private final SequenceWriter rows;

  CsvArticles(OutputStream out) throws IOException {
    this.out = out;
    out.write(BYTE_ORDER_MARK);
    rows = MAPPER.writerFor(String[].class).with(SCHEMA).writeValues(out);
    rows.write(NAMES.toArray(String[]::new));
  }

  @Override
  public void write(Article article) throws IOException {
    String[] cells = {
      article.id(),
      article.title(),
      article.standfirst(),
      article.publishedAt().iso(),
      article.source(),
      article.section(),
      joined(article.authors()),
      joined(article.topics()),
      joined(article.places()),
      joined(article.people()),
      article.language(),
      article.url()
    };
    rows.write(Arrays.stream(cells).map(CsvArticles::harmless).toArray(String[]::new));
  }

  private static String joined(List<String> values) {
    return String.join("; ", values);
  }

  /**
   * Keeps spreadsheets from taking a cell for a formula, which could send the others away.
   *
   * <p>Source: OWASP, "CSV Injection".
   */
  static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  @Override
  public void finish() throws IOException {
    rows.close();
    out.flush();
  }
}
