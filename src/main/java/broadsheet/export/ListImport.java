package broadsheet.export;

import broadsheet.desk.ListEntry;
import broadsheet.desk.ListRuleException;
import broadsheet.desk.Lists;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads ids and notes to be put on a list: an id a line, or a table with a header row that has a
 * column {@code id} and may have {@code note}, as {@link ListTable} writes it. An id comes once;
 * the first note counts. Stateless.
 */
public final class ListImport {

  private static final String ID = "id";
  private static final String NOTE = "note";

  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private ListImport() {}

  /**
   * The notes by id, in the order of the text; an empty note for none.
   *
   * @throws ListRuleException when it is no table that can be read, a note is too long, or there
   *     are more than a list can hold
   */
  public static Map<String, String> read(Reader text) {
    Map<String, String> notes = new LinkedHashMap<>();
    try (MappingIterator<String[]> rows = MAPPER.readerFor(String[].class).readValues(text)) {
      Columns columns = Columns.NONE;
      while (rows.hasNextValue()) {
        String[] row = rows.nextValue();
        if (notes.isEmpty() && columns.equals(Columns.NONE) && Columns.isHeader(row)) {
          columns = Columns.of(row);
        } else {
          columns.take(row, notes);
        }
        if (notes.size() > Lists.MOST_ENTRIES) {
          throw new ListRuleException(
              String.format(
                  Locale.ROOT,
                  "A list has at most %,d articles. Import fewer.",
                  Lists.MOST_ENTRIES));
        }
      }
    } catch (JacksonException e) {
      throw new ListRuleException(
          "The table cannot be read: %s (line %s). Nothing was imported."
              .formatted(
                  e.getOriginalMessage().lines().findFirst().orElse("it is malformed"),
                  e.getLocation() == null ? "?" : e.getLocation().getLineNr()),
          e);
    } catch (IOException e) {
      throw new ListRuleException("The table cannot be read: " + e.getMessage(), e);
    }
    return notes;
  }

  /**
   * The columns of a table.
   *
   * @param note below 0 if there are no notes
   */
  private record Columns(int id, int note) {

    /** The columns of a table without a header. */
    static final Columns NONE = new Columns(0, -1);

    static boolean isHeader(String[] row) {
      return names(row).contains(ID);
    }

    static Columns of(String[] header) {
      return new Columns(names(header).indexOf(ID), names(header).indexOf(NOTE));
    }

    private static List<String> names(String[] row) {
      return List.of(row).stream()
          .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
          .toList();
    }

    void take(String[] row, Map<String, String> notes) {
      String named = cell(row, id);
      String text = cell(row, note);
      if (text.length() > ListEntry.LONGEST_NOTE) {
        throw new ListRuleException(
            String.format(
                Locale.ROOT,
                "The note on %s is longer than %,d characters. Nothing was imported.",
                named,
                ListEntry.LONGEST_NOTE));
      }
      if (!named.isEmpty()) {
        notes.putIfAbsent(named, text);
      }
    }

    private static String cell(String[] row, int column) {
      boolean isThere = column >= 0 && column < row.length;
      return isThere ? FormulaGuard.bare(row[column].replace("\uFEFF", "")) : "";
    }
  }
}
