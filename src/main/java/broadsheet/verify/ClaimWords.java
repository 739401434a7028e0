package broadsheet.verify;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a claim, which of them are in brackets, and where an ellipsis stands for others.
 * Immutable.
 *
 * @param numbers the number of each word: equal for equal words
 * @param byWord the number of a word
 * @param ellipses the words before which an ellipsis stands
 * @param bracketed the words in square brackets
 * @param weights the share of each word in the whole claim, by its rarity
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ClaimWords(
    ComparedWords words,
    int[] numbers,
    Map<String, Integer> byWord,
    BitSet ellipses,
    BitSet bracketed,
    double[] weights) {

  private static final Pattern ELLIPSIS =
      Pattern.compile("[\\[(]\\s*(?:…|\\.{2,}|\\. \\. \\.)\\s*[\\])]|…|\\.{3,}|\\. \\. \\.");

  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]{1,80})\\]");

  static ClaimWords of(ComparedWords words, Rarities rarities) {
    Map<String, Integer> byWord = new HashMap<>();
    int[] numbers = new int[words.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = byWord.computeIfAbsent(words.word(i), _ -> byWord.size());
    }
    return new ClaimWords(
        words,
        numbers,
        byWord,
        within(ELLIPSIS, words, true),
        within(BRACKETS, words, false),
        shares(words.all().stream().map(rarities::of).toList()));
  }

  /** The words that begin within matches of a pattern, or the first after each match. */
  private static BitSet within(Pattern pattern, ComparedWords words, boolean isAfter) {
    BitSet found = new BitSet();
    Matcher matcher = pattern.matcher(words.text());
    while (matcher.find()) {
      for (int i = 0; i < words.size(); i++) {
        int start = words.all().get(i).start();
        if (isAfter && start >= matcher.end()) {
          found.set(i);
          break;
        }
        if (!isAfter && start >= matcher.start() && start < matcher.end()) {
          found.set(i);
        }
      }
    }
    found.clear(isAfter ? 0 : words.size());
    return found;
  }

  private static double[] shares(List<Double> rarities) {
    double sum = rarities.stream().mapToDouble(each -> each).sum();
    return rarities.stream().mapToDouble(each -> each / sum).toArray();
  }

  int size() {
    return numbers.length;
  }

  /** The share of some words in the whole claim. */
  double weight(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += weights[i];
    }
    return sum;
  }

  /** The numbers of the words of a text; -1 for a word that the claim does not have. */
  int[] numbered(ComparedWords text) {
    int[] result = new int[text.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = byWord.getOrDefault(text.word(i), -1);
    }
    return result;
  }
}
