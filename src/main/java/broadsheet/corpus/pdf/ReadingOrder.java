package broadsheet.corpus.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which the blocks of a page are read, a topological sort. A block is read before
 * those below it in its column, and before those to its right unless something between the two
 * spans both. Source: Breuel, "High Performance Document Layout Analysis", Symposium on Document
 * Image Understanding Technology 2003.
 */
final class ReadingOrder {
  /** Beyond this many blocks, as in tables of numbers, blocks are read by columns alone. */
  private static final int MOST = 1_500;

  /** Blocks may reach this far into each other, in points. */
  private static final double SLACK = 2;

  private final List<TextBlock> blocks;
  private final List<TextBlock> ordered = new ArrayList<>();
  private final boolean[] isDone;

  private ReadingOrder(List<TextBlock> blocks) {
    this.blocks = blocks;
    this.isDone = new boolean[blocks.size()];
  }

  static List<TextBlock> of(List<TextBlock> unsorted) {
    List<TextBlock> blocks = new ArrayList<>(unsorted);
    blocks.sort(
        Comparator.comparingDouble((TextBlock block) -> block.box().top())
            .thenComparingDouble(block -> block.box().left()));
    if (blocks.size() > MOST) {
      blocks.sort(Comparator.comparingDouble(block -> block.box().left()));
      return blocks;
    }
    ReadingOrder order = new ReadingOrder(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      order.visit(i);
    }
    return order.ordered;
  }

  /** Takes a block after all that are read before it. Cycles are broken where they are met. */
  private void visit(int start) {
    List<int[]> path = new ArrayList<>();
    if (!isDone[start]) {
      isDone[start] = true;
      path.add(new int[] {start, 0});
    }
    while (!path.isEmpty()) {
      int[] step = path.getLast();
      boolean isDeeper = false;
      while (step[1] < blocks.size() && !isDeeper) {
        int other = step[1]++;
        if (!isDone[other] && isBefore(other, step[0])) {
          isDone[other] = true;
          path.add(new int[] {other, 0});
          isDeeper = true;
        }
      }
      if (!isDeeper) {
        ordered.add(blocks.get(step[0]));
        path.removeLast();
      }
    }
  }

  private boolean isBefore(int first, int second) {
    Bounds a = blocks.get(first).box();
    Bounds b = blocks.get(second).box();
    if (a.overlapInX(b) > SLACK) {
      return a.middle() < b.middle();
    }
    return a.left() < b.left() && !isParted(a, b);
  }

  /** Whether a block lies between two in height and spans both. */
  private boolean isParted(Bounds a, Bounds b) {
    double upper = Math.min(a.bottom(), b.bottom());
    double lower = Math.max(a.top(), b.top());
    for (TextBlock block : blocks) {
      Bounds box = block.box();
      boolean isBetween = box.middle() > upper - SLACK && box.middle() < lower + SLACK;
      if (isBetween && box.overlapInX(a) > SLACK && box.overlapInX(b) > SLACK) {
        return true;
      }
    }
    return false;
  }
}
