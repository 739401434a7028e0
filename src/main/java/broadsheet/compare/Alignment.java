package broadsheet.compare;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.BitSet;
import java.util.List;

/**
 * A diff of two sequences: the elements of each that have no counterpart in the other. The
 * remaining elements are counterparts, one by one and in order.
 *
 * <p>Source: Myers, "An O(ND) difference algorithm and its variations", 1986.
 *
 * @param isExact whether there was enough effort to find the fewest such elements; if not, they are
 *     everything between the common beginning and the common end
 */
record Alignment(BitSet onlyFirst, BitSet onlySecond, boolean isExact) {

  static Alignment of(List<Integer> first, List<Integer> second, Effort effort) {
    int start = commonStart(first, second);
    int end = commonEnd(first, second, start);
    int firstEnd = first.size() - end;
    int secondEnd = second.size() - end;
    BitSet onlyFirst = new BitSet(first.size());
    BitSet onlySecond = new BitSet(second.size());
    try {
      for (Change change :
          new MyersDiffWithLinearSpace<Integer>(effort::isSame)
              .computeDiff(
                  first.subList(start, firstEnd), second.subList(start, secondEnd), null)) {
        onlyFirst.set(start + change.startOriginal, start + change.endOriginal);
        onlySecond.set(start + change.startRevised, start + change.endRevised);
      }
      return new Alignment(onlyFirst, onlySecond, true);
    } catch (Effort.Spent e) {
      onlyFirst.set(start, firstEnd);
      onlySecond.set(start, secondEnd);
      return new Alignment(onlyFirst, onlySecond, false);
    }
  }

  private static int commonStart(List<Integer> first, List<Integer> second) {
    int most = Math.min(first.size(), second.size());
    int same = 0;
    while (same < most && first.get(same).equals(second.get(same))) {
      same++;
    }
    return same;
  }

  private static int commonEnd(List<Integer> first, List<Integer> second, int start) {
    int most = Math.min(first.size(), second.size()) - start;
    int same = 0;
    while (same < most
        && first.get(first.size() - 1 - same).equals(second.get(second.size() - 1 - same))) {
      same++;
    }
    return same;
  }
}
