package broadsheet.corpus.table;

import broadsheet.article.PublicationDate;
import broadsheet.corpus.date.DateReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Guesses the columns of a table without known names from their content, and only if exactly one
 * column can be the text. Immutable.
 *
 * @param names the field of each column; empty if nothing was guessed
 * @param hasNames whether the first row is a header even so
 */
record CsvColumns(List<String> names, boolean hasNames) {
  private static final int FEWEST_ROWS = 3;
  private static final int MOST_COLUMNS = 30;

  /** At least half of the texts are longer than this. */
  private static final int TEXT_LENGTH = 150;

  private static final int LONGEST_TITLE = 150;
  private static final int SHORTEST_TITLE = 15;
  private static final int LONGEST_SECTION = 40;

  /** On average, a section occurs at least twice. */
  private static final double MOST_SECTIONS = 0.5;

  private static final double NEARLY_ALL = 0.9;
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern LETTERS = Pattern.compile("\\D*\\p{L}\\D*");

  /** The columns of these rows; empty if no column is clearly the text. */
  static Optional<CsvColumns> guess(List<List<String>> rows, DateReader dates) {
    int width = rows.isEmpty() ? 0 : rows.getFirst().size();
    boolean isSquare =
        rows.stream().filter(row -> row.size() == width).count() >= NEARLY_ALL * rows.size();
    if (!isSquare || rows.size() < FEWEST_ROWS || width < 2 || width > MOST_COLUMNS) {
      return Optional.empty();
    }
    List<Column> columns = columns(rows, width);
    List<Column> texts = columns.stream().filter(c -> c.medianLength() >= TEXT_LENGTH).toList();
    return texts.size() == 1
        ? Optional.of(named(columns, texts.getFirst(), dates))
        : Optional.empty();
  }

  private static CsvColumns named(List<Column> columns, Column text, DateReader dates) {
    List<String> names = new ArrayList<>(Collections.nCopies(columns.size(), ""));
    names.set(text.index(), "text");
    name(names, "url", columns, column -> column.all(ADDRESS));
    name(names, "date", columns, column -> column.isOfDates(dates));
    name(names, "section", columns, Column::isOfSections);
    name(names, "title", columns, Column::isOfTitles);
    boolean hasNames = text.cells().getFirst().length() < SHORTEST_TITLE;
    return new CsvColumns(List.copyOf(names), hasNames);
  }

  /** Names a column if it is the only one of its kind. */
  private static void name(
      List<String> names, String name, List<Column> columns, Predicate<Column> isKind) {
    List<Column> found =
        columns.stream().filter(c -> names.get(c.index()).isEmpty()).filter(isKind).toList();
    if (found.size() == 1) {
      names.set(found.getFirst().index(), name);
    }
  }

  private static List<Column> columns(List<List<String>> rows, int width) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      int index = i;
      columns.add(
          new Column(
              index,
              rows.stream()
                  .filter(r -> r.size() == width)
                  .map(r -> r.get(index).strip())
                  .toList()));
    }
    return columns;
  }

  /** The cells of a column. The first may be its name. */
  private record Column(int index, List<String> cells) {
    int medianLength() {
      List<Integer> lengths = cells.stream().map(String::length).sorted().toList();
      return lengths.get(lengths.size() / 2);
    }

    boolean all(Pattern pattern) {
      return rest().allMatch(cell -> pattern.matcher(cell).matches());
    }

    boolean isOfDates(DateReader dates) {
      return rest()
          .allMatch(
              cell ->
                  cell.chars().anyMatch(c -> !Character.isDigit(c))
                      && isDay(dates.read(cell).date()));
    }

    boolean isOfSections() {
      return cells.stream().allMatch(cell -> cell.length() <= LONGEST_SECTION)
          && all(LETTERS)
          && new HashSet<>(cells).size() <= MOST_SECTIONS * cells.size();
    }

    boolean isOfTitles() {
      long spaced = cells.stream().filter(cell -> cell.contains(" ")).count();
      return medianLength() >= SHORTEST_TITLE
          && medianLength() <= LONGEST_TITLE
          && spaced >= NEARLY_ALL * cells.size()
          && new HashSet<>(cells).size() >= NEARLY_ALL * cells.size();
    }

    private Stream<String> rest() {
      return cells.stream().skip(1);
    }

    private static boolean isDay(PublicationDate date) {
      return date.precision().compareTo(PublicationDate.Precision.DAY) >= 0;
    }
  }
}
