package broadsheet.lucene.words;

import broadsheet.engine.words.LineSample;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Draws lines at random: a line is drawn if its number is not above a limit. The number depends on
 * the seed and the place of the line alone, not on the order of articles in an index.
 *
 * @param limit as an unsigned number
 */
record LineDraw(long seed, long limit) {

  /** See {@link #number}: the parameters of FNV-1a for 64 bits. */
  private static final long FNV_BASIS = 0xCBF29CE484222325L;

  private static final long FNV_PRIME = 0x100000001B3L;
  private static final long ALL = -1;
  private static final int HUNDRED = 100;

  /** Draws from all lines of a share. */
  static LineDraw share(LineSample sample) {
    long limit =
        sample.percent() == HUNDRED ? ALL : Long.divideUnsigned(ALL, HUNDRED) * sample.percent();
    return new LineDraw(sample.seed(), limit);
  }

  /**
   * Draws so many of the share, those with the smallest numbers.
   *
   * @param numbers those of lines of the share, in any order, the smallest among them
   */
  static LineDraw of(LineSample sample, List<Long> numbers) {
    return numbers.size() <= sample.most()
        ? share(sample)
        : new LineDraw(
            sample.seed(),
            numbers.stream().sorted(Long::compareUnsigned).toList().get(sample.most() - 1));
  }

  boolean isDrawn(ConcordanceSortKey line) {
    return Long.compareUnsigned(number(line), limit) <= 0;
  }

  /**
   * The number of a line, which is as good as random.
   *
   * <p>Source: Fowler, Noll and Vo's hash FNV-1a; its bits are mixed as at the end of Appleby's
   * MurmurHash3, since those of similar texts are similar.
   */
  long number(ConcordanceSortKey line) {
    String place =
        "%s %s %s %s %s".formatted(seed, line.id(), line.part().label(), line.start(), line.end());
    long hash = FNV_BASIS;
    for (byte each : place.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xFF)) * FNV_PRIME;
    }
    hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return hash ^ (hash >>> 33);
  }
}
