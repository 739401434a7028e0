package broadsheet.compare;

import broadsheet.compare.Pieces.Kind;
import java.util.BitSet;

/**
 * Finds one or two equal words between changed ones. Such words, {@code of the} for one, are equal
 * by chance: they are shown as changed, though not counted. Not thread-safe.
 */
final class ShortRuns {
  private static final int MOST_WORDS = 2;

  private final Pieces first;
  private final Pieces second;
  private final Alignment found;

  private ShortRuns(Pieces first, Pieces second, Alignment found) {
    this.first = first;
    this.second = second;
    this.found = found;
  }

  /** The pieces of the first text that are equal by chance. */
  static BitSet of(Pieces first, Pieces second, Alignment found) {
    return new ShortRuns(first, second, found).byChance();
  }

  private BitSet byChance() {
    BitSet all = new BitSet(first.all().size());
    boolean isAfterChange = false;
    int run = 0;
    int i = 0;
    int j = 0;
    while (i < first.all().size() || j < second.all().size()) {
      int changed = found.onlyFirst().nextClearBit(i);
      int replaced = found.onlySecond().nextClearBit(j);
      boolean isChange = has(Kind.WORD, first, i, changed) || has(Kind.WORD, second, j, replaced);
      if (isAfterChange && isChange && isShort(run, i)) {
        all.set(run, i);
      }
      isAfterChange = isChange;
      run = changed;
      int length = equal(changed, replaced);
      i = changed + length;
      j = replaced + length;
    }
    return all;
  }

  /** The number of counterparts from these offsets on. */
  private int equal(int i, int j) {
    int length = 0;
    while (i + length < first.all().size()
        && !found.onlyFirst().get(i + length)
        && !found.onlySecond().get(j + length)) {
      length++;
    }
    return length;
  }

  private boolean isShort(int from, int to) {
    return !has(Kind.BORDER, first, from, to) && count(Kind.WORD, first, from, to) <= MOST_WORDS;
  }

  private static boolean has(Kind kind, Pieces pieces, int from, int to) {
    return count(kind, pieces, from, to) > 0;
  }

  private static long count(Kind kind, Pieces pieces, int from, int to) {
    return pieces.all().subList(from, to).stream().filter(each -> each.kind() == kind).count();
  }
}
