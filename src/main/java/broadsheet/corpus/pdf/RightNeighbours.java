package broadsheet.corpus.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds for each word of a page the next one to its right in its line. */
final class RightNeighbours {
  /** Words are looked for in rows of this height, in points. */
  private static final double ROW = 8;

  /** A word may reach this part of its size into its neighbour. */
  private static final double OVERLAP = 0.3;

  static final int NONE = -1;

  private RightNeighbours() {}

  /** The index of the word to the right of each word; {@link #NONE} if there is none. */
  static int[] of(List<Word> words) {
    Map<Integer, List<Integer>> rows = rows(words);
    int[] right = new int[words.size()];
    Arrays.fill(right, NONE);
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      double nearest = Double.MAX_VALUE;
      for (int row = row(word.box().top()); row <= row(word.box().bottom()); row++) {
        for (int j : rows.getOrDefault(row, List.of())) {
          Bounds other = words.get(j).box();
          boolean isRight =
              i != j
                  && other.left() > word.box().right() - OVERLAP * word.size()
                  && other.left() > word.box().left()
                  && word.box().isBeside(other);
          if (isRight && other.left() < nearest) {
            nearest = other.left();
            right[i] = j;
          }
        }
      }
    }
    return right;
  }

  private static Map<Integer, List<Integer>> rows(List<Word> words) {
    Map<Integer, List<Integer>> rows = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      Bounds box = words.get(i).box();
      for (int row = row(box.top()); row <= row(box.bottom()); row++) {
        rows.computeIfAbsent(row, r -> new ArrayList<>()).add(i);
      }
    }
    return rows;
  }

  private static int row(double y) {
    return (int) Math.floor(y / ROW);
  }
}
