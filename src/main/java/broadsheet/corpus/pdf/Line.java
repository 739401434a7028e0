package broadsheet.corpus.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of a line within one column. Immutable.
 *
 * @param words in reading order, never empty
 * @param size the size of most of its letters, in points
 */
record Line(List<Word> words, Bounds box, double size) {
  /** A gap of this many letters' size ends a line even without a column. */
  private static final double FARTHEST = 3;

  /** Words whose sizes differ by this factor are on one line only if they are close. */
  private static final double OTHER_SIZE = 1.5;

  static Line of(List<Word> words) {
    Bounds box = words.getFirst().box();
    for (Word word : words) {
      box = box.with(word.box());
    }
    List<Word> bySize = new ArrayList<>(words);
    bySize.sort(Comparator.comparingDouble(Word::size));
    double size = bySize.get(bySize.size() / 2).size();
    long rightToLeft = words.stream().filter(w -> WordFinder.isRightToLeft(w.text())).count();
    boolean isRightToLeft = rightToLeft * 2 > words.size();
    return new Line(isRightToLeft ? words.reversed() : List.copyOf(words), box, size);
  }

  String text() {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }

  /** The lines of a page, in no particular order. */
  static List<Line> lines(List<Word> words) {
    int[] right = RightNeighbours.of(words);
    Gutters gutters = Gutters.of(words, right);
    int[] left = new int[words.size()];
    Arrays.fill(left, RightNeighbours.NONE);
    for (int i = 0; i < right.length; i++) {
      if (right[i] != RightNeighbours.NONE && isLinked(words, i, right[i], gutters)) {
        int before = left[right[i]];
        boolean isNearer =
            before == RightNeighbours.NONE
                || words.get(i).box().right() > words.get(before).box().right();
        left[right[i]] = isNearer ? i : before;
      }
    }
    List<Line> lines = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      if (left[i] == RightNeighbours.NONE) {
        lines.add(Line.of(chain(i, words, right, left, taken)));
      }
    }
    return lines;
  }

  private static boolean isLinked(List<Word> words, int word, int next, Gutters gutters) {
    Word first = words.get(word);
    Word second = words.get(next);
    double gap = second.box().left() - first.box().right();
    return gap < farthest(first.size(), second.size())
        && (Bullets.is(first) || !gutters.isBetween(first.box(), second.box()));
  }

  /** Text beside a headline may stand on its baseline; a drop cap is near its word. */
  private static double farthest(double one, double other) {
    double larger = Math.max(one, other);
    double smaller = Math.min(one, other);
    return larger > OTHER_SIZE * smaller ? smaller : FARTHEST * larger;
  }

  private static List<Word> chain(
      int first, List<Word> words, int[] right, int[] left, Set<Integer> taken) {
    List<Word> chain = new ArrayList<>();
    int at = first;
    while (at != RightNeighbours.NONE && taken.add(at)) {
      chain.add(words.get(at));
      int next = right[at];
      at = next != RightNeighbours.NONE && left[next] == at ? next : RightNeighbours.NONE;
    }
    return chain;
  }
}
