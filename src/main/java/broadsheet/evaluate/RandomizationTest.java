package broadsheet.evaluate;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Tests whether two rankings differ by more than chance. The p-value is the probability of a
 * difference of means at least as large as the observed one if chance decided which ranking gets
 * which value of each topic. Two-sided. With few topics, every assignment is tried; with many, a
 * fixed number is drawn, always the same ones.
 *
 * <p>Source: Fisher's randomization test as in Smucker, Allan and Carterette, "A comparison of
 * statistical significance tests for information retrieval evaluation", CIKM 2007.
 */
final class RandomizationTest {

  private static final int MOST_IN_EVERY_WAY = 16;
  private static final int DRAWN = 100_000;
  private static final long SEED = 20070611L;

  /** Sums within this distance are equal except for rounding. */
  private static final double ROUNDING = 1e-12;

  private RandomizationTest() {}

  /**
   * The p-value.
   *
   * @param differences the differences of the two rankings' values, one per topic
   * @return 1 where all are 0
   */
  static double pValue(List<Double> differences) {
    double[] different =
        differences.stream().mapToDouble(Double::doubleValue).filter(d -> d != 0).toArray();
    if (different.length == 0) {
      return 1;
    }
    double observed = Math.abs(sum(different, 0));
    return different.length <= MOST_IN_EVERY_WAY
        ? inEveryWay(different, observed)
        : drawn(different, observed);
  }

  private static double inEveryWay(double[] differences, double observed) {
    int ways = 1 << differences.length;
    int asLarge = 0;
    for (int turned = 0; turned < ways; turned++) {
      asLarge += isAsLarge(sum(differences, turned), observed) ? 1 : 0;
    }
    return (double) asLarge / ways;
  }

  /** The observed assignment counts as drawn, so that no p-value is 0. */
  private static double drawn(double[] differences, double observed) {
    SplittableRandom random = new SplittableRandom(SEED);
    int asLarge = 1;
    for (int i = 0; i < DRAWN; i++) {
      asLarge += isAsLarge(turnedAtRandom(differences, random), observed) ? 1 : 0;
    }
    return asLarge / (DRAWN + 1.0);
  }

  /** Each bit of a random number decides the sign of one difference. */
  private static double turnedAtRandom(double[] differences, SplittableRandom random) {
    double sum = 0;
    long bits = 0;
    for (int i = 0; i < differences.length; i++) {
      bits = i % Long.SIZE == 0 ? random.nextLong() : bits >>> 1;
      sum += differences[i] * (1 - 2 * (bits & 1));
    }
    return sum;
  }

  private static boolean isAsLarge(double sum, double observed) {
    return Math.abs(sum) >= observed - ROUNDING;
  }

  /** The sum of the differences, with the sign of each whose bit is set reversed. */
  private static double sum(double[] differences, int turned) {
    double sum = 0;
    for (int i = 0; i < differences.length; i++) {
      sum += (turned >> i & 1) == 0 ? differences[i] : -differences[i];
    }
    return sum;
  }
}
