package broadsheet.benchmark;

import java.util.List;
import java.util.SplittableRandom;

/**
 * An endless vocabulary. Words are drawn by rank from a Zipf-Mandelbrot distribution without an
 * upper end, so the number of different words keeps growing as a power of the length of the text
 * (Heaps' law), here with exponent 0.63. The most frequent are English function words. Not
 * thread-safe.
 *
 * <p>Source: van Leijenhorst and van der Weide, "A formal derivation of Heaps' Law", Information
 * Sciences 170 (2005).
 */
final class GeneratedWords {

  /** The exponent of the distribution's tail. */
  private static final double TAIL = 0.6;

  /** Flattens the first ranks; with the tail it gives the first word one place in seventeen. */
  private static final double FLAT = 10;

  /** Ranks beyond it occur less than once in a billion words. */
  private static final double HIGHEST = 1e15;

  private static final int TELLING_FROM = 300;
  private static final int TELLING_RANGE = 200_000;

  private static final List<String> FREQUENT =
      List.of(
          ("the of to in and a said for on that it is by at with from be was as its has will an"
                  + " which he but not have are or were had this been they their would about after"
                  + " more also one his who we than last could other no some there when over if up"
                  + " out year new two first may into between under while our she her you can all")
              .split(" ", -1));

  private static final String CONSONANTS = "bcdfghklmnprstvwz";
  private static final String VOWELS = "aeiou";
  private static final String[] ENDINGS = {"s", "ed", "ing", "er"};

  private final SplittableRandom random;

  GeneratedWords(SplittableRandom random) {
    this.random = random;
  }

  /** The next word of a running text. */
  String next() {
    double rank = FLAT * (Math.pow(1 - random.nextDouble(), -1 / TAIL) - 1);
    return inflected(spelling((long) Math.min(rank, HIGHEST)));
  }

  /** A word rare enough to show the subject of an article; the first ones are drawn more often. */
  String telling() {
    double skewed = Math.pow(random.nextDouble(), 3);
    return spelling(TELLING_FROM + (long) (skewed * TELLING_RANGE));
  }

  /** One of {@code of} names; the first ones are drawn more often. */
  String name(int of) {
    int rank = (int) (Math.pow(random.nextDouble(), 2) * of);
    String name = spelling(TELLING_FROM + 7L * rank);
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private String inflected(String word) {
    return word.length() > 4 && random.nextInt(6) == 0
        ? word + ENDINGS[random.nextInt(ENDINGS.length)]
        : word;
  }

  /** A word for each rank, longer the rarer. */
  private static String spelling(long rank) {
    if (rank < FREQUENT.size()) {
      return FREQUENT.get((int) rank);
    }
    int syllables = CONSONANTS.length() * VOWELS.length();
    StringBuilder word = new StringBuilder();
    for (long rest = rank; rest > 0 || word.length() < 4; rest /= syllables) {
      int syllable = (int) (rest % syllables);
      word.append(CONSONANTS.charAt(syllable % CONSONANTS.length()))
          .append(VOWELS.charAt(syllable / CONSONANTS.length()));
    }
    // A vowel at the end might be taken for an ending by a stemmer.
    return word.append(CONSONANTS.charAt((int) (rank % CONSONANTS.length()))).toString();
  }
}
