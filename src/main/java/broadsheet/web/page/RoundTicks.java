package broadsheet.web.page;

import java.util.ArrayList;
import java.util.List;

/** Few round values that a scale is labelled with: steps of 1, 2 or 5 and their tenfolds. */
public final class RoundTicks {
  private static final double[] ROUND = {1, 2, 5};

  private RoundTicks() {}

  /**
   * From 0 to the first that is not below the highest value; at least two of them.
   *
   * @param highest not negative
   * @param steps no more than so many, at least 1
   * @param least no step is smaller: 1 for what comes in whole numbers
   */
  public static List<Double> upTo(double highest, int steps, double least) {
    double step = step(Math.max(highest, least) / steps, least);
    List<Double> ticks = new ArrayList<>(List.of(0.0));
    do {
      ticks.add(ticks.size() * step);
    } while (ticks.getLast() < highest);
    return ticks;
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
