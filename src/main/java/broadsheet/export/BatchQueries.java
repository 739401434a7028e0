package broadsheet.export;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads many queries one after the other, a line each: a query; or, if the first line has one tab,
 * a file of topics, in which a label and a tab precede each query; or, if the first line names a
 * column {@code query}, a table with commas or tabs, perhaps with a column {@code label}. At most
 * one line is in memory, up to {@value #LONGEST} characters of it. Not thread-safe.
 */
public final class BatchQueries {

  /** A longer line is not a query that anyone typed. */
  public static final int LONGEST = 20_000;

  private static final String QUERY = "query";
  private static final String LABEL = "label";
  private static final String TAB = "\t";

  /** A label without blanks, a tab and a query. */
  private static final Pattern TOPIC = Pattern.compile("\\s*([^\\s]{1,200})\\t([^\\t]+)");

  /** A line that looks like a topic among lines that are none. */
  private static final Pattern NUMBERED = Pattern.compile("\\s*[0-9]+\\t.*");

  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

  private final BufferedReader in;
  private Layout layout = new Layout(Kind.QUERIES, 0, -1);

  public BatchQueries(BufferedReader in) {
    this.in = in;
  }

  private enum Kind {
    QUERIES,
    TOPICS,
    TABLE,
    TABBED_TABLE
  }

  /**
   * @param query the place of the queries in a table
   * @param label the place of the labels; -1 if there are none
   */
  private record Layout(Kind kind, int query, int label) {

    /** The layout that a first line shows. */
    static Layout of(String first) {
      List<String> tabbed = names(List.of(first.split(TAB, -1)));
      if (tabbed.size() > 1 && tabbed.contains(QUERY)) {
        return new Layout(Kind.TABBED_TABLE, tabbed.indexOf(QUERY), tabbed.indexOf(LABEL));
      }
      List<String> names = names(cells(first));
      if (names.contains(QUERY)) {
        return new Layout(Kind.TABLE, names.indexOf(QUERY), names.indexOf(LABEL));
      }
      return TOPIC.matcher(first).matches()
          ? new Layout(Kind.TOPICS, 1, 0)
          : new Layout(Kind.QUERIES, 0, -1);
    }

    private static List<String> names(List<String> cells) {
      return cells.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    }

    boolean isTable() {
      return kind == Kind.TABLE || kind == Kind.TABBED_TABLE;
    }

    List<String> in(String line) {
      return kind == Kind.TABLE ? cells(line) : List.of(line.split(TAB, -1));
    }
  }

  /** Receives queries. */
  public interface Taker {

    /** Says, before the first line, that queries have labels. */
    void labelled();

    /**
     * Takes a query, which is not blank.
     *
     * @param label its label; empty if it has none
     */
    void query(String label, String text) throws IOException;

    /** Takes a line that is not a query, with a note on its fault. */
    void broken(String line, String note) throws IOException;
  }

  /** Passes on every line that is not blank, in order. */
  public void each(Taker taker) throws IOException {
    boolean isBegun = false;
    for (String line = line(); line != null; line = line()) {
      if (line.isBlank()) {
        continue;
      }
      boolean isHeader = !isBegun && begins(line, taker);
      isBegun = true;
      if (line.length() > LONGEST) {
        taker.broken(line.substring(0, 100) + "…", "longer than %s characters".formatted(LONGEST));
      } else if (!isHeader) {
        take(line, taker);
      }
    }
  }

  /** Whether the first line is the header of a table. */
  private boolean begins(String line, Taker taker) {
    layout = Layout.of(line);
    if (layout.label() >= 0) {
      taker.labelled();
    }
    return layout.isTable();
  }

  private void take(String line, Taker taker) throws IOException {
    if (layout.kind() == Kind.QUERIES) {
      if (NUMBERED.matcher(line).matches()) {
        taker.broken(
            line, "a number and a tab, as in a file of topics, but the first line has none");
      } else {
        taker.query("", line.strip());
      }
      return;
    }
    List<String> cells = layout.in(line);
    if (layout.kind() == Kind.TOPICS && cells.size() != 2) {
      taker.broken(line, "not a label, a tab and a query, as in the first line");
    } else if (cells.size() <= layout.query() || cells.get(layout.query()).isBlank()) {
      taker.broken(
          line, layout.isTable() ? "no cell for the column query" : "no query after the label");
    } else {
      boolean hasLabel = layout.label() >= 0 && layout.label() < cells.size();
      String label = hasLabel ? cells.get(layout.label()).strip() : "";
      taker.query(label, cells.get(layout.query()).strip());
    }
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
