package broadsheet.lucene.proximity;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;

/**
 * Spans of word numbers in one field of one article, both ends included, ordered by their starts.
 * Each carries two extra numbers for its creator. The arrays are reused. Not thread-safe.
 */
final class Stretches {

  private int[] starts = {};
  private int[] ends = {};
  private int[] firsts = {};
  private int[] seconds = {};
  private int size;

  /** The last answer of {@link #firstFrom}. */
  private int answer;

  private int longest;

  int size() {
    return size;
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  int first(int i) {
    return firsts[i];
  }

  int second(int i) {
    return seconds[i];
  }

  /** The length of the longest stretch, in words beyond its first. */
  int longest() {
    return longest;
  }

  void clear() {
    size = 0;
    longest = 0;
  }

  void add(int start, int end, int first, int second) {
    if (size == starts.length) {
      starts = ArrayUtil.grow(starts, size + 1);
      ends = ArrayUtil.growExact(ends, starts.length);
      firsts = ArrayUtil.growExact(firsts, starts.length);
      seconds = ArrayUtil.growExact(seconds, starts.length);
    }
    starts[size] = start;
    ends[size] = end;
    firsts[size] = first;
    seconds[size] = second;
    size++;
    longest = Math.max(longest, end - start);
  }

  /**
   * The index of the first stretch that starts at that word or later; {@link #size} when none does.
   * The search spreads from the answer before, since most words asked for are near each other.
   */
  int firstFrom(int word) {
    int from = Math.min(answer, size);
    boolean isUp = from < size && starts[from] < word;
    answer = isUp ? firstAbove(from, word) : firstBelow(from, word);
    return answer;
  }

  /** The index of the first stretch that starts at the word or later, searched upwards. */
  private int firstAbove(int from, int word) {
    int low = from + 1;
    int probe = low;
    for (int step = 1; probe < size && starts[probe] < word; step <<= 1) {
      low = probe + 1;
      probe += step;
    }
    return firstFrom(low, Math.min(probe, size), word);
  }

  /** The index of the first stretch that starts at the word or later, searched downwards. */
  private int firstBelow(int from, int word) {
    int high = from;
    int probe = from - 1;
    for (int step = 1; probe >= 0 && starts[probe] >= word; step <<= 1) {
      high = probe;
      probe -= step;
    }
    return firstFrom(Math.max(probe + 1, 0), high, word);
  }

  private int firstFrom(int from, int to, int word) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Sorts the stretches by start; the sort is stable. */
  void sort() {
    boolean isSorted = true;
    for (int i = 1; i < size; i++) {
      isSorted &= starts[i - 1] <= starts[i];
    }
    if (!isSorted) {
      reorder(order());
    }
  }

  private long[] order() {
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      order[i] = ((long) starts[i] << Integer.SIZE) | i;
    }
    Arrays.sort(order);
    return order;
  }

  private void reorder(long[] order) {
    int[][] old = {starts.clone(), ends.clone(), firsts.clone(), seconds.clone()};
    for (int i = 0; i < size; i++) {
      int from = (int) order[i];
      starts[i] = old[0][from];
      ends[i] = old[1][from];
      firsts[i] = old[2][from];
      seconds[i] = old[3][from];
    }
  }

  /** The number of distinct stretches. Requires them to be sorted. */
  int distinctSize() {
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      distinct += isAmong(i, i) ? 0 : 1;
    }
    return distinct;
  }

  /** Keeps the first of equal stretches. Requires them to be sorted. */
  void distinct() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!isAmong(kept, i)) {
        starts[kept] = starts[i];
        ends[kept] = ends[i];
        firsts[kept] = firsts[i];
        seconds[kept] = seconds[i];
        kept++;
      }
    }
    size = kept;
  }

  /** Whether one of the stretches so far equals that one. */
  private boolean isAmong(int first, int i) {
    for (int k = first - 1; k >= 0 && starts[k] == starts[i]; k--) {
      if (ends[k] == ends[i]) {
        return true;
      }
    }
    return false;
  }
}
