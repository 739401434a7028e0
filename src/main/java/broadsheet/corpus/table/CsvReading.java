package broadsheet.corpus.table;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.TextLines;
import broadsheet.corpus.json.LenientJson;
import broadsheet.corpus.record.FieldNames;
import broadsheet.corpus.record.FieldNames.Part;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Records;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/** One pass over a table of articles, row by row. Not thread-safe. */
final class CsvReading {
  private static final ObjectReader LIST =
      LenientJson.MAPPER.readerFor(JsonNode.class).with(JsonReadFeature.ALLOW_SINGLE_QUOTES);

  private static final List<Part> LISTS =
      List.of(Part.AUTHOR, Part.TOPIC, Part.PLACE, Part.PERSON, Part.ORGANISATION, Part.SPEAKER);

  private final CsvLayout layout;
  private final CsvRows rows;
  private long number;

  private CsvReading(CsvLayout layout, CsvRows rows) {
    this.layout = layout;
    this.rows = rows;
  }

  /** Takes a row of a table. */
  interface RowTaking {
    /**
     * Takes it.
     *
     * @param number its number among the rows, from 1
     */
    void take(ObjectNode row, long number) throws IOException;
  }

  /** Detects the layout of the text and prepares to read its rows. */
  static CsvReading of(Reader in, DateReader dates) throws IOException {
    BufferedReader reader = new BufferedReader(in, Peek.LENGTH);
    char[] head = new char[Peek.LENGTH];
    reader.mark(head.length);
    int length = filled(reader, head);
    reader.reset();
    String sample = new String(head, 0, length);
    CsvLayout layout = CsvLayout.of(sample, length < head.length, dates);
    TextLines lines = new TextLines(reader, Records.LONGEST_RECORD);
    if (layout.headLines().hasSeparator()) {
      lines.next();
    }
    return new CsvReading(layout, new CsvRows(lines, layout.dialect()));
  }

  private static int filled(Reader reader, char[] head) throws IOException {
    int length = 0;
    int read = 0;
    while (length < head.length && read >= 0) {
      read = reader.read(head, length, head.length - length);
      length += Math.max(read, 0);
    }
    return length;
  }

  /** Passes on the rows that are whole, and nothing of the others. */
  void forEach(RowTaking taking) throws IOException {
    begin();
    while (rows.next()) {
      number++;
      if (!rows.isBroken()) {
        taking.take(object(rows.cells()), number);
      }
    }
  }

  /** Reads to the end. */
  void read(Records records, RowTaking taking) throws IOException {
    if (!layout.isOfArticles()) {
      records.skip(0, TableOfArticles.NO_ARTICLES);
      return;
    }
    begin();
    layout
        .guessed()
        .ifPresent(guess -> records.remark(0, "columns guessed by their content", guess));
    while (rows.next()) {
      number++;
      row(records, taking);
    }
  }

  private void begin() throws IOException {
    if (layout.headLines().hasNames()) {
      rows.next();
    }
  }

  private void row(Records records, RowTaking taking) throws IOException {
    List<String> columns = layout.columns();
    boolean isWide = rows.cells().stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank());
    if (rows.isTooLong()) {
      records.fail(number, Records.TOO_LONG, line());
    } else if (rows.isBroken() && rows.cells().size() != columns.size()) {
      records.fail(number, complaint(), line());
    } else if (isWide && !isTextLast()) {
      records.fail(number, "more cells than columns", line());
    } else {
      remark(records, isWide);
      taking.take(object(rows.cells()), number);
    }
  }

  private void remark(Records records, boolean isWide) {
    if (rows.isBroken()) {
      records.remark(number, complaint(), line());
    } else if (isWide) {
      records.remark(number, "more cells than columns", line());
    } else if (rows.cells().size() < layout.columns().size()) {
      records.remark(number, "fewer cells than columns", line());
    }
  }

  private String complaint() {
    return rows.isUnclosed() ? "a quote that is never closed" : "a quote out of place";
  }

  private String line() {
    return "line " + rows.line();
  }

  /** If the text is the last column, a text split at its delimiters can be rejoined. */
  private boolean isTextLast() {
    return FieldNames.part(layout.columns().getLast()).filter(Part.BODY::equals).isPresent();
  }

  private ObjectNode object(List<String> cells) {
    List<String> columns = layout.columns();
    ObjectNode object = LenientJson.MAPPER.createObjectNode();
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      boolean isLast = i == columns.size() - 1;
      String cell =
          isLast
              ? String.join(
                  String.valueOf(layout.dialect().delimiter()), cells.subList(i, cells.size()))
              : cells.get(i);
      String name = columns.get(i).strip();
      if (!name.isEmpty() && !cell.isBlank() && !object.has(name)) {
        object.set(name, value(name, cell.strip()));
      }
    }
    return object;
  }

  /** Parses lists written in program syntax: {@code ['a', 'b']}. */
  private static JsonNode value(String name, String cell) {
    boolean isList =
        cell.startsWith("[")
            && cell.endsWith("]")
            && FieldNames.part(name).filter(LISTS::contains).isPresent();
    try {
      JsonNode list = isList ? LIST.readTree(cell) : LenientJson.MAPPER.nullNode();
      return list instanceof ArrayNode ? list : LenientJson.MAPPER.getNodeFactory().textNode(cell);
    } catch (JsonProcessingException e) {
      return LenientJson.MAPPER.getNodeFactory().textNode(cell);
    }
  }
}
