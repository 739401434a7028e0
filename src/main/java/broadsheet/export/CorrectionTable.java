package broadsheet.export;

import broadsheet.engine.ArchiveCollection;
import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameKind;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Corrections of names as a table with a header row. The columns {@code kind} and {@code name} are
 * required; a row without {@code becomes_kind} keeps the kind, and one without both {@code
 * becomes_kind} and {@code becomes_name} hides the name. Stateless.
 */
public final class CorrectionTable {

  private static final String KIND = "kind";
  private static final String NAME = "name";
  private static final String FORM = "form";
  private static final String BECOMES_KIND = "becomes_kind";
  private static final String BECOMES_NAME = "becomes_name";
  private static final String BY = "by";
  private static final String AT = "at";
  private static final String COLLECTION = "collection";
  private static final List<String> COLUMNS =
      List.of(KIND, NAME, FORM, BECOMES_KIND, BECOMES_NAME, BY, AT);

  private static final String KINDS =
      Arrays.stream(NameKind.values()).map(NameKind::label).collect(Collectors.joining(", "));

  private static final String EXAMPLE = "2026-11-28T09:12:44Z";

  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private CorrectionTable() {}

  /**
   * The rows of a table.
   *
   * @param problems a sentence for each row that is no correction, with its line
   */
  public record Rows(List<NameCorrection> corrections, List<String> problems) {}

  /** Writes corrections, which {@link #read} reads; with collections if any is in another. */
  public static void write(List<NameCorrection> corrections, OutputStream out) throws IOException {
    List<String> columns = new ArrayList<>(COLUMNS);
    if (corrections.stream().anyMatch(each -> !each.collection().isEmpty())) {
      columns.add(COLLECTION);
    }
    CsvWriter table = new CsvWriter(out, columns);
    for (NameCorrection each : corrections) {
      table.write(cells(each).subList(0, columns.size()));
    }
    table.finish();
  }

  private static List<String> cells(NameCorrection each) {
    return List.of(
        each.of().kind().label(),
        each.of().text(),
        each.form(),
        each.becomes().map(name -> name.kind().label()).orElse(""),
        each.becomes().map(Name::text).orElse(""),
        each.by(),
        each.at().toString(),
        each.collection());
  }

  /**
   * Reads corrections. The rest of a table is read when a row is no correction.
   *
   * @param now the time of a row without one
   * @throws IOException when it is no table, or cannot be read to its end
   */
  public static Rows read(Reader text, Instant now) throws IOException {
    Rows rows = new Rows(new ArrayList<>(), new ArrayList<>());
    try (JsonParser table = MAPPER.createParser(text)) {
      Columns columns = Columns.of(next(table).cells);
      for (Row row = next(table); !row.cells.isEmpty(); row = next(table)) {
        try {
          rows.corrections.add(columns.correction(row.cells, now));
        } catch (IllegalArgumentException e) {
          rows.problems.add("line %s: %s".formatted(row.line, e.getMessage()));
        }
      }
    } catch (JacksonException e) {
      throw new IOException(
          "%s (line %s)"
              .formatted(
                  e.getOriginalMessage().lines().findFirst().orElse("it is malformed"),
                  e.getLocation() == null ? "?" : e.getLocation().getLineNr()),
          e);
    }
    return rows;
  }

  /** A row, and the line on which it begins. */
  private record Row(int line, List<String> cells) {}

  /** The next row; one without cells at the end. */
  private static Row next(JsonParser table) throws IOException {
    List<String> cells = new ArrayList<>();
    int line = 0;
    if (table.nextToken() == JsonToken.START_ARRAY) {
      while (table.nextToken() != JsonToken.END_ARRAY) {
        line = cells.isEmpty() ? table.currentTokenLocation().getLineNr() : line;
        cells.add(table.getText());
      }
    }
    return new Row(line, cells);
  }

  /** The names of a table's columns. */
  private record Columns(List<String> names) {

    static Columns of(List<String> header) throws IOException {
      Columns columns =
          new Columns(
              header.stream()
                  .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
                  .toList());
      if (!columns.names.containsAll(List.of(KIND, NAME))) {
        throw new IOException("its first line must name the columns: " + String.join(",", COLUMNS));
      }
      return columns;
    }

    NameCorrection correction(List<String> row, Instant now) {
      Name of = new Name(kind(row, KIND), required(row, NAME));
      return new NameCorrection(
          of,
          cell(row, FORM),
          becomes(row, of),
          cell(row, BY),
          at(cell(row, AT), now),
          collection(cell(row, COLLECTION)));
    }

    private Optional<Name> becomes(List<String> row, Name of) {
      String kind = cell(row, BECOMES_KIND);
      String name = cell(row, BECOMES_NAME);
      return kind.isEmpty() && name.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Name(
                  kind.isEmpty() ? of.kind() : kind(row, BECOMES_KIND),
                  name.isEmpty() ? of.text() : name));
    }

    private NameKind kind(List<String> row, String column) {
      String label = cell(row, column);
      return NameKind.named(label.toLowerCase(Locale.ROOT))
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "%s is %s, not “%s”".formatted(column, KINDS, label)));
    }

    private String required(List<String> row, String column) {
      String cell = cell(row, column);
      if (cell.isEmpty()) {
        throw new IllegalArgumentException(column + " is missing");
      }
      return cell;
    }

    private static String collection(String cell) {
      return ArchiveCollection.named(cell.isEmpty() ? ArchiveCollection.FIRST.name() : cell)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "%s is the name of one, not “%s”".formatted(COLLECTION, cell)))
          .tag();
    }

    private static Instant at(String cell, Instant now) {
      try {
        return cell.isEmpty() ? now : Instant.parse(cell);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "%s is a time such as %s, not “%s”".formatted(AT, EXAMPLE, cell), e);
      }
    }

    private String cell(List<String> row, String column) {
      int at = names.indexOf(column);
      return at >= 0 && at < row.size() ? FormulaGuard.bare(row.get(at).strip()) : "";
    }
  }
}
