package broadsheet.corpus.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds tables among the lines of a page and makes each of them one block whose lines are its rows.
 * A table is three or more rows in which a number below a number is beside another cell. Columns of
 * running text beside each other have lines that go on, and no numbers alone. Not thread-safe.
 */
final class TableRows {
  private static final int FEWEST_ROWS = 3;

  /** Baselines of a row differ by at most this part of the size. */
  private static final double SAME_BASELINE = 0.4;

  private final List<PrintedTable> open = new ArrayList<>();
  private final List<PrintedTable> tables = new ArrayList<>();

  private TableRows() {}

  /** The blocks of a page. */
  static List<TextBlock> blocks(List<Line> lines) {
    List<TextBlock> blocks = TextBlock.blocks(lines);
    if (lines.stream().filter(TableCell::isNumber).limit(FEWEST_ROWS).count() < FEWEST_ROWS) {
      return blocks;
    }
    TableRows found = new TableRows();
    rows(lines, running(blocks)).forEach(found::add);
    found.tables.addAll(found.open);
    found.tables.removeIf(table -> table.rowsOfNumbers() < FEWEST_ROWS);
    return found.tables.isEmpty() ? blocks : found.among(lines);
  }

  private static Set<Line> running(List<TextBlock> blocks) {
    Set<Line> running = Collections.newSetFromMap(new IdentityHashMap<>());
    blocks.stream()
        .filter(TableCell::isRunningText)
        .forEach(block -> running.addAll(block.lines()));
    blocks.forEach(block -> running.addAll(TableCell.brokenLines(block)));
    return running;
  }

  /** Lines of one baseline, where running text parts the rows of one table from another's. */
  private static List<PrintedRow> rows(List<Line> unsorted, Set<Line> running) {
    List<Line> lines = new ArrayList<>(unsorted);
    lines.sort(Comparator.comparingDouble(line -> line.box().bottom()));
    List<PrintedRow> rows = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= lines.size(); i++) {
      Line first = lines.get(start);
      if (i == lines.size() || !isBeside(first, lines.get(i))) {
        addRows(lines.subList(start, i), running, rows);
        start = i;
      }
    }
    return rows;
  }

  private static boolean isBeside(Line first, Line line) {
    return line.box().bottom() - first.box().bottom() <= SAME_BASELINE * first.size();
  }

  private static void addRows(List<Line> lines, Set<Line> running, List<PrintedRow> rows) {
    List<Line> cells = new ArrayList<>();
    List<Line> fromLeft = new ArrayList<>(lines);
    fromLeft.sort(Comparator.comparingDouble(line -> line.box().left()));
    for (Line line : fromLeft) {
      if (!running.contains(line)) {
        cells.add(line);
      } else if (!cells.isEmpty()) {
        rows.add(PrintedRow.of(cells));
        cells = new ArrayList<>();
      }
    }
    if (!cells.isEmpty()) {
      rows.add(PrintedRow.of(cells));
    }
  }

  private void add(PrintedRow row) {
    open.removeIf(table -> table.isOver(row) && tables.add(table));
    boolean isTaken = open.stream().anyMatch(table -> table.take(row));
    if (!isTaken && row.isOfNumbers()) {
      open.add(new PrintedTable(row));
    }
  }

  private List<TextBlock> among(List<Line> lines) {
    Set<Line> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    tables.forEach(table -> taken.addAll(table.taken()));
    List<Line> left = lines.stream().filter(line -> !taken.contains(line)).toList();
    List<TextBlock> blocks = new ArrayList<>(TextBlock.blocks(left));
    tables.forEach(table -> blocks.add(table.block()));
    return blocks;
  }
}
