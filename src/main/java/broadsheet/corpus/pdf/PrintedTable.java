package broadsheet.corpus.pdf;

import java.util.ArrayList;
import java.util.List;

/** A table that is read from its first row to its last. Not thread-safe. */
final class PrintedTable {
  /** The largest distance between two rows, as a part of the size. */
  private static final double FARTHEST = 4;

  /** The share of a row without numbers that must be within the width of the table. */
  private static final double WITHIN = 0.9;

  private final List<PrintedRow> rows = new ArrayList<>();
  private final List<Line> taken = new ArrayList<>();

  /** Rows without numbers, which belong to it if it goes on below them. */
  private final List<PrintedRow> between = new ArrayList<>();

  private PrintedRow ofNumbers;
  private Bounds box;
  private int rowsOfNumbers;

  PrintedTable(PrintedRow first) {
    box = first.box();
    ofNumbers = first;
    takeNumbers(first);
  }

  /** The number of rows with a number. */
  int rowsOfNumbers() {
    return rowsOfNumbers;
  }

  /** Whether it ends above a row. */
  boolean isOver(PrintedRow row) {
    Bounds last = between.isEmpty() ? box : between.getLast().box();
    return row.box().top() - last.bottom() > FARTHEST * row.size();
  }

  /** Takes the next row below, unless it is not one of this table. */
  boolean take(PrintedRow row) {
    if (row.isOfNumbers()) {
      boolean isBelow = row.hasNumberBelow(ofNumbers);
      if (isBelow) {
        takeNumbers(row);
      }
      return isBelow;
    }
    boolean isWithin = row.box().overlapInX(box) > WITHIN * row.box().width();
    if (isWithin) {
      between.add(row);
    }
    return isWithin;
  }

  private void takeNumbers(PrintedRow row) {
    between.forEach(this::add);
    between.clear();
    add(row);
    ofNumbers = row;
    rowsOfNumbers++;
  }

  private void add(PrintedRow row) {
    box = box.with(row.box());
    taken.addAll(row.cells());
    if (!rows.isEmpty() && row.continues(rows.getLast())) {
      rows.add(rows.removeLast().with(row));
    } else {
      rows.add(row);
    }
  }

  /** The lines of the page that it consists of. */
  List<Line> taken() {
    return taken;
  }

  /** A block of its rows. */
  TextBlock block() {
    return TextBlock.of(rows.stream().map(PrintedRow::line).toList(), true);
  }
}
