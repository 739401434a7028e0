package broadsheet.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How well a text that was read agrees with the true one, by their sequences of four words. A text
 * in another order, with words missing or with foreign words in between has fewer in common.
 *
 * @param precision the share of the sequences read that are true
 * @param recall the share of the true sequences that were read
 */
public record NgramScore(double precision, double recall) {
  private static final int LENGTH = 4;
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

  /** Compares texts; one with fewer than four words is one sequence. */
  public static NgramScore of(String read, String truth) {
    Map<String, Integer> found = ngrams(read);
    Map<String, Integer> expected = ngrams(truth);
    long common =
        found.entrySet().stream()
            .mapToLong(e -> Math.min(e.getValue(), expected.getOrDefault(e.getKey(), 0)))
            .sum();
    return new NgramScore(share(common, found), share(common, expected));
  }

  /** The harmonic mean of precision and recall. */
  public double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  private static double share(long common, Map<String, Integer> of) {
    long all = of.values().stream().mapToLong(Integer::longValue).sum();
    return all == 0 ? 0 : (double) common / all;
  }

  private static Map<String, Integer> ngrams(String text) {
    List<String> words = new ArrayList<>();
    NOT_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .forEach(words::add);
    Map<String, Integer> ngrams = new HashMap<>();
    for (int i = 0; i == 0 || i + LENGTH <= words.size(); i++) {
      int end = Math.min(words.size(), i + LENGTH);
      ngrams.merge(String.join(" ", words.subList(i, end)), 1, Integer::sum);
    }
    return ngrams;
  }
}
