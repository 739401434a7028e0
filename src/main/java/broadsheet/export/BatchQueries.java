package broadsheet.export;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads many queries one after the other: a query a line or, if the first line names a column
 * {@code query}, a CSV table with a record a line. At most one line is in memory, up to {@value
 * #LONGEST} characters of it. Not thread-safe.
 */
public final class BatchQueries {

  /** A longer line is not a query that anyone typed. */
  public static final int LONGEST = 20_000;

  private static final String QUERY = "query";
  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

  private final BufferedReader in;
  private int column = -1;
  private boolean isBegun;

  public BatchQueries(BufferedReader in) {
    this.in = in;
  }

  /** Receives queries. */
  public interface Taker {

    /** Takes a query, which is not blank. */
    void query(String text) throws IOException;

    /** Takes a line that is not a query, with a note on its fault. */
    void broken(String line, String note) throws IOException;
  }

  /** Passes on every line that is not blank, in order. */
  public void each(Taker taker) throws IOException {
    for (String line = line(); line != null; line = line()) {
      if (line.length() > LONGEST) {
        taker.broken(line.substring(0, 100) + "…", "longer than %s characters".formatted(LONGEST));
      } else if (!isHeader(line) && !line.isBlank()) {
        take(line, taker);
      }
    }
  }

  private void take(String line, Taker taker) throws IOException {
    if (column < 0) {
      taker.query(line.strip());
      return;
    }
    List<String> cells = cells(line);
    if (cells.size() <= column || cells.get(column).isBlank()) {
      taker.broken(line, "no cell for the column query");
    } else {
      taker.query(cells.get(column).strip());
    }
  }

  /** Whether a line is the first one and names the columns of a table. */
  private boolean isHeader(String line) {
    if (isBegun) {
      return false;
    }
    isBegun = true;
    List<String> names = cells(line.toLowerCase(Locale.ROOT)).stream().map(String::strip).toList();
    column = names.indexOf(QUERY);
    return column >= 0;
  }

  /** The cells of a line; none where its quotes do not match. */
  private static List<String> cells(String line) {
    try (MappingIterator<String[]> rows =
        MAPPER.readerFor(String[].class).readValues(new StringReader(line))) {
      return rows.hasNextValue() ? List.of(rows.nextValue()) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The next line without its end and byte order mark; null at the end of the input. */
  private @Nullable String line() throws IOException {
    StringBuilder line = new StringBuilder();
    int next = in.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      if (line.length() <= LONGEST && next != '\uFEFF' && next != '\r') {
        line.append((char) next);
      }
      next = in.read();
    }
    return line.toString();
  }
}
