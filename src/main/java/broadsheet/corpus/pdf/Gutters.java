package broadsheet.corpus.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The white strips between the columns of a page: gaps between words that lie below each other in
 * several lines. Single spaces, however wide, do not. Immutable.
 */
record Gutters(List<Bounds> strips) {
  /** The narrowest strip, as a part of the size of the letters beside it. */
  private static final double NARROWEST = 0.45;

  /** A strip this wide needs fewer lines. */
  private static final double WIDE = 1.5;

  private static final int FEWEST_LINES = 5;
  private static final int FEWEST_LINES_IF_WIDE = 3;

  /** The largest distance between two lines of a strip, as a part of the size. */
  private static final double FARTHEST = 2.5;

  /** A gap between two words of one line. */
  private record Gap(Bounds box, double size) {}

  /** A strip that may continue below. */
  private static final class Strip {
    private double left;
    private double right;
    private final double top;
    private double bottom;
    private final double size;
    private int lines = 1;

    Strip(Gap gap) {
      left = gap.box().left();
      right = gap.box().right();
      top = gap.box().top();
      bottom = gap.box().bottom();
      size = gap.size();
    }

    double widthWith(Gap gap) {
      return Math.min(right, gap.box().right()) - Math.max(left, gap.box().left());
    }

    void add(Gap gap) {
      left = Math.max(left, gap.box().left());
      right = Math.min(right, gap.box().right());
      lines += gap.box().middle() > bottom ? 1 : 0;
      bottom = Math.max(bottom, gap.box().bottom());
    }

    boolean isGutter() {
      double width = (right - left) / size;
      return lines >= (width >= WIDE ? FEWEST_LINES_IF_WIDE : FEWEST_LINES);
    }
  }

  /**
   * Finds them.
   *
   * @param right see {@link RightNeighbours}
   */
  static Gutters of(List<Word> words, int[] right) {
    List<Strip> open = new ArrayList<>();
    List<Strip> ended = new ArrayList<>();
    for (Gap gap : gaps(words, right)) {
      open.removeIf(
          strip -> {
            boolean isOver = gap.box().top() - strip.bottom > FARTHEST * strip.size;
            if (isOver) {
              ended.add(strip);
            }
            return isOver;
          });
      Strip best = null;
      for (Strip strip : open) {
        boolean fits =
            strip.widthWith(gap) >= NARROWEST * gap.size() && !isCrossed(strip, gap, words);
        if (fits && (best == null || strip.widthWith(gap) > best.widthWith(gap))) {
          best = strip;
        }
      }
      if (best == null) {
        open.add(new Strip(gap));
      } else {
        best.add(gap);
      }
    }
    return new Gutters(
        Stream.concat(ended.stream(), open.stream())
            .filter(Strip::isGutter)
            .map(strip -> new Bounds(strip.left, strip.top, strip.right, strip.bottom))
            .toList());
  }

  private static List<Gap> gaps(List<Word> words, int[] right) {
    List<Gap> gaps = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (right[i] == RightNeighbours.NONE) {
        continue;
      }
      Word word = words.get(i);
      Word next = words.get(right[i]);
      double size = Math.min(word.size(), next.size());
      if (next.box().left() - word.box().right() >= NARROWEST * size) {
        Bounds box =
            new Bounds(
                word.box().right(),
                Math.max(word.box().top(), next.box().top()),
                next.box().left(),
                Math.min(word.box().bottom(), next.box().bottom()));
        gaps.add(new Gap(box, size));
      }
    }
    gaps.sort(Comparator.comparingDouble(gap -> gap.box().middle()));
    return gaps;
  }

  /** Whether a word between the strip and the gap lies across both, such as a headline's. */
  private static boolean isCrossed(Strip strip, Gap gap, List<Word> words) {
    if (gap.box().top() - strip.bottom < strip.size) {
      return false;
    }
    double left = Math.max(strip.left, gap.box().left());
    double right = Math.min(strip.right, gap.box().right());
    return words.stream()
        .map(Word::box)
        .anyMatch(
            box ->
                box.middle() > strip.bottom
                    && box.middle() < gap.box().top()
                    && box.left() < right
                    && box.right() > left);
  }

  /** Whether one of them lies between two words of a line. */
  boolean isBetween(Bounds word, Bounds next) {
    double middle = word.middle();
    return strips.stream()
        .anyMatch(
            strip ->
                middle >= strip.top() - 1
                    && middle <= strip.bottom() + 1
                    && strip.left() >= word.right() - 0.5
                    && strip.right() <= next.left() + 0.5);
  }
}
