package broadsheet.web.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds shares so that they still add up to 100: the points lost to rounding go to the largest
 * remainders.
 */
final class Percents {
  private static final int WHOLE = 100;

  private Percents() {}

  /**
   * Whole numbers that add up to 100; all 0 if all shares are 0.
   *
   * @param shares parts of 1, or all 0
   */
  static List<Integer> of(List<Double> shares) {
    if (shares.stream().noneMatch(share -> share > 0)) {
      return shares.stream().map(_ -> 0).toList();
    }
    List<Integer> percents =
        new ArrayList<>(shares.stream().map(share -> (int) (share * WHOLE)).toList());
    int left = WHOLE - percents.stream().mapToInt(Integer::intValue).sum();
    IntStream.range(0, shares.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> percents.get(i) - shares.get(i) * WHOLE))
        .limit(Math.max(0, left))
        .forEach(i -> percents.set(i, percents.get(i) + 1));
    return List.copyOf(percents);
  }
}
