package broadsheet.corpus.table;

import broadsheet.corpus.encoding.TextLines;
import broadsheet.corpus.encoding.TextLines.Line;
import broadsheet.corpus.record.Records;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts text into the rows of a table, one at a time. An unclosed quote spoils only its own row,
 * which then ends with its line. Not thread-safe.
 */
final class CsvRows {
  private static final CsvMapper MAPPER =
      CsvMapper.builder(
              CsvFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(Records.LONGEST_RECORD)
                          .build())
                  .build())
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .build();

  /**
   * The closing quote is searched for within a limit, which is halved after each unclosed quote
   * down to this.
   */
  private static final int SHORTEST_REACH = 64 * 1024;

  private final TextLines lines;
  private final CsvDialect dialect;
  private int reach = Records.LONGEST_RECORD;
  private long line;
  private List<String> cells = List.of();
  private boolean isTooLong;
  private boolean isUnclosed;
  private boolean isBroken;

  CsvRows(TextLines lines, CsvDialect dialect) {
    this.lines = lines;
    this.dialect = dialect;
  }

  /** Moves to the next row that is not blank; false if there is none. */
  boolean next() throws IOException {
    Optional<Line> first = lines.next();
    while (first.isPresent() && first.get().text().isBlank()) {
      first = lines.next();
    }
    first.ifPresent(this::begin);
    if (first.isPresent() && !isTooLong) {
      read(first.get());
    }
    return first.isPresent();
  }

  /** The number of the line on which the row begins, from 1. */
  long line() {
    return line;
  }

  List<String> cells() {
    return cells;
  }

  /** Whether one of its lines exceeded the limit. It then has no cells. */
  boolean isTooLong() {
    return isTooLong;
  }

  /** Whether it has an unclosed quote. Its cells are then those of its first line. */
  boolean isUnclosed() {
    return isUnclosed;
  }

  /** Whether its quotes are misplaced; its cells are then cut without regard to them. */
  boolean isBroken() {
    return isBroken || isUnclosed || isTooLong;
  }

  private void begin(Line first) {
    line = first.number();
    cells = List.of();
    isTooLong = first.isTooLong();
    isUnclosed = false;
    isBroken = false;
  }

  private void read(Line first) throws IOException {
    CsvQuotes quotes = new CsvQuotes(dialect);
    quotes.line(first.text());
    StringBuilder row = new StringBuilder(first.text());
    List<Line> more = new ArrayList<>();
    while (quotes.isOpen() && row.length() <= reach) {
      Optional<Line> next = lines.next();
      if (next.isEmpty()) {
        break;
      }
      more.add(next.get());
      quotes.line(next.get().text());
      row.append('\n').append(next.get().text());
    }
    isUnclosed = quotes.isOpen();
    isBroken = !isUnclosed && !parse(row.toString(), dialect);
    if (isUnclosed || isBroken) {
      lines.takeBack(more);
      reach = isUnclosed ? Math.max(SHORTEST_REACH, reach / 2) : reach;
      parse(first.text(), dialect.withoutQuotes());
    }
  }

  private boolean parse(String row, CsvDialect as) throws IOException {
    ObjectReader reader = MAPPER.readerFor(String[].class).with(as.schema());
    try (var rows = reader.<String[]>readValues(row)) {
      cells = rows.hasNextValue() ? List.of(rows.nextValue()) : List.of();
      return !rows.hasNextValue();
    } catch (JsonProcessingException | RuntimeException e) {
      return false;
    }
  }

  /** Tracks quotes over the lines of a row, to know whether the row ends. Not thread-safe. */
  private static final class CsvQuotes {
    private final CsvDialect dialect;
    private boolean isOpen;

    CsvQuotes(CsvDialect dialect) {
      this.dialect = dialect;
    }

    /** Whether the last line ended inside a quoted cell. */
    boolean isOpen() {
      return isOpen;
    }

    /** Processes the next line of the row. */
    void line(String text) {
      if (dialect.quote() == 0) {
        return;
      }
      boolean isCellStart = !isOpen;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (isOpen) {
          i += closed(text, i);
        } else if (isCellStart && c == dialect.quote()) {
          isOpen = true;
        }
        isCellStart = !isOpen && c == dialect.delimiter();
      }
    }

    /** Closes the cell at its last quote. Returns the number of characters to skip. */
    private int closed(String text, int at) {
      char c = text.charAt(at);
      if (dialect.escape() != 0 && c == dialect.escape()) {
        return 1;
      }
      if (c == dialect.quote()) {
        boolean isDoubled = at + 1 < text.length() && text.charAt(at + 1) == dialect.quote();
        isOpen = isDoubled;
        return isDoubled ? 1 : 0;
      }
      return 0;
    }
  }
}
