package broadsheet.corpus.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of a table. Immutable.
 *
 * @param cells from left to right, never empty
 * @param size the size of most of its letters, in points
 */
record PrintedRow(List<Line> cells, Bounds box, double size) {
  /** A line of a cell that continues is at most this part of the size below. */
  private static final double NEXT_LINE = 1.6;

  static PrintedRow of(List<Line> cells) {
    TextBlock block = TextBlock.of(cells, false);
    return new PrintedRow(block.lines(), block.box(), block.size());
  }

  /** Whether a number is beside another cell in it. */
  boolean isOfNumbers() {
    return cells.size() > 1 && cells.stream().anyMatch(TableCell::isNumber);
  }

  /** Whether a number in it is below one of a row above. */
  boolean hasNumberBelow(PrintedRow above) {
    return cells.stream()
        .filter(TableCell::isNumber)
        .anyMatch(cell -> above.cells.stream().anyMatch(other -> isBelow(cell, other)));
  }

  private static boolean isBelow(Line cell, Line above) {
    return TableCell.isNumber(above) && cell.box().overlapInX(above.box()) > 0;
  }

  /** Whether each of its cells continues one of a row above. */
  boolean continues(PrintedRow above) {
    return cells.stream().allMatch(cell -> continued(above, cell) >= 0);
  }

  /** The cell of a row that a line continues; negative if there is none. */
  private static int continued(PrintedRow above, Line line) {
    for (int i = 0; i < above.cells.size(); i++) {
      Bounds cell = above.cells.get(i).box();
      boolean isNext =
          cell.overlapInX(line.box()) > 0.5 * Math.min(cell.width(), line.box().width())
              && line.box().bottom() - cell.bottom() < NEXT_LINE * line.size();
      if (isNext && !TableCell.isNumber(line) && TableCell.startsSmall(line.text())) {
        return i;
      }
    }
    return -1;
  }

  /** The row with the cells of one that continues it. */
  PrintedRow with(PrintedRow below) {
    List<Line> whole = new ArrayList<>(cells);
    for (Line cell : below.cells) {
      int at = continued(this, cell);
      List<Word> words = new ArrayList<>(whole.get(at).words());
      words.addAll(cell.words());
      Bounds both = whole.get(at).box().with(cell.box());
      whole.set(at, new Line(words, both, cell.size()));
    }
    return of(whole);
  }

  /** Its cells one after another in reading order. */
  Line line() {
    long rightToLeft = cells.stream().filter(c -> WordFinder.isRightToLeft(c.text())).count();
    List<Line> inOrder = rightToLeft * 2 > cells.size() ? cells.reversed() : cells;
    return new Line(inOrder.stream().flatMap(cell -> cell.words().stream()).toList(), box, size);
  }
}
