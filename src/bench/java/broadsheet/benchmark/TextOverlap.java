package broadsheet.benchmark;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The overlap of a text with the true one, by shared word sequences; each value is 0 to 1. */
public record TextOverlap(double precision, double recall) {
  static final TextOverlap NONE = new TextOverlap(0, 0);

  private static final Pattern TOKEN = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  public double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /** The best match with one of several correct texts. */
  static TextOverlap best(String found, List<String> truths, int rowLength) {
    return truths.stream()
        .map(truth -> of(found, truth, rowLength))
        .max(Comparator.comparingDouble(TextOverlap::f1))
        .orElse(NONE);
  }

  /** The match with the correct text. */
  public static TextOverlap of(String found, String truth, int rowLength) {
    Map<String, Integer> expected = rows(truth, rowLength);
    int all = expected.values().stream().mapToInt(Integer::intValue).sum();
    int hits = 0;
    int given = 0;
    for (Map.Entry<String, Integer> row : rows(found, rowLength).entrySet()) {
      given += row.getValue();
      hits += Math.min(row.getValue(), expected.getOrDefault(row.getKey(), 0));
    }
    return new TextOverlap(
        given == 0 ? 0 : (double) hits / given, all == 0 ? 0 : (double) hits / all);
  }

  /**
   * The number of occurrences of each sequence of this many words; a shorter text is one sequence.
   */
  private static Map<String, Integer> rows(String text, int length) {
    List<String> tokens = TOKEN.matcher(text).results().map(MatchResult::group).toList();
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < Math.max(1, tokens.size() - length + 1); i++) {
      int end = Math.min(tokens.size(), i + length);
      counts.merge(String.join(" ", tokens.subList(i, end)), 1, Integer::sum);
    }
    return counts;
  }
}
