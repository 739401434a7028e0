package broadsheet.corpus.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Joins words that were broken at line ends. A compound keeps its hyphen if the document writes it
 * with one elsewhere and never without. Learns from each page. Not thread-safe.
 */
final class Hyphens implements UnaryOperator<String> {
  private static final int MOST_WORDS = 200_000;
  private static final Pattern HYPHEN = Pattern.compile("[-\u2010\u00ad\u00ac]");
  private static final Pattern EDGE = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

  private final Map<String, Integer> counts = new HashMap<>();

  /** Counts the words within the lines of a page. */
  void learn(List<TextBlock> blocks) {
    for (TextBlock block : blocks) {
      for (Line line : block.lines()) {
        for (Word word : line.words().subList(0, line.words().size() - 1)) {
          if (counts.size() < MOST_WORDS) {
            counts.merge(folded(word.text()), 1, Integer::sum);
          }
        }
      }
    }
  }

  /** The whole word of one that is given with the hyphen at its break. */
  @Override
  public String apply(String broken) {
    String joined = HYPHEN.matcher(broken).replaceFirst("");
    boolean isOnlyBreak = HYPHEN.matcher(joined).find();
    int last = lastHyphen(broken);
    String whole = isOnlyBreak ? broken.substring(0, last) + broken.substring(last + 1) : joined;
    int with = counts.getOrDefault(folded(broken.replace('\u2010', '-')), 0);
    int without = counts.getOrDefault(folded(whole), 0);
    return with > without ? broken : whole;
  }

  private static int lastHyphen(String broken) {
    int last = 0;
    for (int i = 0; i < broken.length(); i++) {
      last = "-\u2010\u00ad\u00ac".indexOf(broken.charAt(i)) >= 0 ? i : last;
    }
    return last;
  }

  private static String folded(String word) {
    return EDGE.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
