package broadsheet.query;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Runs a randomized test with fixed seeds and one new one, or with the one of {@code
 * -Dbroadsheet.seed}. A failure names the seed that replays it.
 */
final class Seeds {
  private static final int FIXED = 4;

  private Seeds() {}

  static void each(Consumer<Random> test) {
    seeds().forEach(seed -> run(seed, test));
  }

  private static LongStream seeds() {
    String chosen = System.getProperty("broadsheet.seed", "");
    return chosen.isEmpty()
        ? LongStream.concat(
            LongStream.rangeClosed(1, FIXED), LongStream.of(ThreadLocalRandom.current().nextLong()))
        : LongStream.of(Long.parseLong(chosen));
  }

  private static void run(long seed, Consumer<Random> test) {
    try {
      test.accept(new Random(seed));
    } catch (Throwable failure) {
      throw new AssertionError("replay with -Dbroadsheet.seed=" + seed, failure);
    }
  }
}
