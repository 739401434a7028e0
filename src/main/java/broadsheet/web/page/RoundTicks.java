package broadsheet.web.page;

import java.util.ArrayList;
import java.util.List;

/** The round values that label a scale: multiples of 1, 2 or 5 times a power of ten. */
public final class RoundTicks {
  private static final double[] ROUND = {1, 2, 5};

  private static final double ROOM_ABOVE = 1.05;

  private RoundTicks() {}

  /**
   * From 0 to the first value that is at least the highest; at least two of them.
   *
   * @param highest not negative
   * @param steps the most steps, at least 1
   * @param least the smallest step: 1 for whole numbers
   */
  public static List<Double> upTo(double highest, int steps, double least) {
    double step = step(Math.max(highest, least) / steps, least);
    List<Double> ticks = new ArrayList<>(List.of(0.0));
    do {
      ticks.add(ticks.size() * step);
    } while (ticks.getLast() < highest);
    return ticks;
  }

  /**
   * The end of a scale with these ticks: its last tick if that is near the highest value, otherwise
   * just above the value.
   */
  public static double end(List<Double> ticks, double highest) {
    return Math.min(ticks.getLast(), Math.max(highest * ROOM_ABOVE, ticks.get(1)));
  }

  private static double step(double wanted, double least) {
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    for (double tenfold = power; ; tenfold *= 10) {
      for (double round : ROUND) {
        double step = round * tenfold;
        if (step >= wanted * (1 - 1e-9) && step >= least) {
          return step;
        }
      }
    }
  }
}
