package broadsheet;

import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Runs a randomized test over seeds, and reports the seed of a failure so that it can be replayed.
 */
public final class Seeds {
  private Seeds() {}

  /**
   * Number of fixed seeds that a random test tries: one at most by default, {@code few} with {@code
   * -Pthorough}, or {@code -Dseeds=N}.
   */
  public static int orAsked(int few) {
    return Integer.getInteger("seeds", Boolean.getBoolean("thorough") ? few : Math.min(few, 1));
  }

  /** Runs the test with seeds 1 to {@code count} and a new one, or with {@code -Dseed=N} only. */
  public static void each(int count, Consumer<Random> test) {
    String replayed = System.getProperty("seed", "");
    LongStream seeds =
        replayed.isEmpty()
            ? LongStream.concat(LongStream.rangeClosed(1, count), LongStream.of(System.nanoTime()))
            : LongStream.of(Long.parseLong(replayed));
    seeds.forEach(seed -> run(seed, test));
  }

  private static void run(long seed, Consumer<Random> test) {
    try {
      test.accept(new Random(seed));
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("replay with -Dseed=" + seed + ": " + e.getMessage(), e);
    }
  }
}
