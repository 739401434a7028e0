package broadsheet.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Records as a tidy table: a row for each, a column for each component, named like it. Immutable.
 *
 * @param <R> the type of the records; its components are numbers and texts, and {@code null} is an
 *     empty cell
 */
public record RecordTable<R extends Record>(Class<R> type, List<R> rows) {

  public RecordTable {
    rows = List.copyOf(rows);
  }

  /** The names of the columns. */
  public List<String> names() {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  /** The values of a row, in the order of the columns; empty for null. */
  public List<Optional<Object>> values(R row) {
    return Arrays.stream(type.getRecordComponents()).map(each -> value(each, row)).toList();
  }

  private static Optional<Object> value(RecordComponent component, Record row) {
    try {
      return Optional.ofNullable(component.getAccessor().invoke(row));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("not a public record: " + row.getClass(), e);
    }
  }

  /** The cells of each row as text, with numbers in full. */
  public List<List<String>> cells() {
    return rows.stream().map(row -> values(row).stream().map(RecordTable::cell).toList()).toList();
  }

  /** The whole table as CSV, with numbers in full. */
  public byte[] csv() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      CsvWriter table = new CsvWriter(out, names());
      for (List<String> row : cells()) {
        table.write(row);
      }
      table.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String cell(Optional<Object> value) {
    return switch (value.orElse("")) {
      case Double number -> BigDecimal.valueOf(number).toPlainString();
      case Object other -> other.toString();
    };
  }
}
