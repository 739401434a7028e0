package broadsheet.corpus.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lines below each other in one column, of one size. Immutable.
 *
 * @param lines from the first to the last, never empty
 * @param size the size of its letters, in points
 * @param isTable whether its lines are the rows of a table
 */
record TextBlock(List<Line> lines, Bounds box, double size, boolean isTable) {
  /** The largest distance between two baselines, as a part of the size. */
  private static final double FARTHEST = 2.1;

  private static final double MOST_LARGER = 1.25;

  /** The share of the narrower of two lines that must be below the other. */
  private static final double LEAST_OVERLAP = 0.3;

  static TextBlock of(List<Line> lines, boolean isTable) {
    Bounds box = lines.getFirst().box();
    for (Line line : lines) {
      box = box.with(line.box());
    }
    List<Line> bySize = new ArrayList<>(lines);
    bySize.sort(Comparator.comparingDouble(Line::size));
    return new TextBlock(List.copyOf(lines), box, bySize.get(bySize.size() / 2).size(), isTable);
  }

  /**
   * The blocks of a page: joins each line with the nearest line below it, unless that has a nearer
   * one above.
   */
  static List<TextBlock> blocks(List<Line> unsorted) {
    List<Line> lines = new ArrayList<>(unsorted);
    lines.sort(Comparator.comparingDouble((Line line) -> line.box().middle()));
    int[] below = new int[lines.size()];
    int[] above = new int[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      below[i] = nearest(lines, i, 1);
      above[i] = nearest(lines, i, -1);
    }
    List<TextBlock> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean isFirst = above[i] < 0 || below[above[i]] != i || !fit(lines, above[i], i);
      if (isFirst) {
        List<Line> chain = new ArrayList<>();
        int at = i;
        chain.add(lines.get(at));
        while (below[at] >= 0 && above[below[at]] == at && fit(lines, at, below[at])) {
          at = below[at];
          chain.add(lines.get(at));
        }
        blocks.add(of(chain, false));
      }
    }
    return blocks;
  }

  /** The nearest line below or above, at most a few lines away; negative if there is none. */
  private static int nearest(List<Line> lines, int from, int step) {
    Bounds box = lines.get(from).box();
    double farthest = 2 * FARTHEST * lines.get(from).size();
    for (int i = from + step; i >= 0 && i < lines.size(); i += step) {
      Bounds other = lines.get(i).box();
      if (Math.abs(other.middle() - box.middle()) > farthest) {
        return -1;
      }
      boolean isInColumn =
          box.overlapInX(other) > LEAST_OVERLAP * Math.min(box.width(), other.width());
      if (isInColumn && !box.isBeside(other)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean fit(List<Line> lines, int upper, int lower) {
    Line above = lines.get(upper);
    Line below = lines.get(lower);
    double smaller = Math.min(above.size(), below.size());
    return Math.max(above.size(), below.size()) <= MOST_LARGER * smaller
        && below.box().bottom() - above.box().bottom() <= FARTHEST * smaller;
  }
}
