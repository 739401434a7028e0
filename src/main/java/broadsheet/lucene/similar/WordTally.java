package broadsheet.lucene.similar;

import broadsheet.engine.result.DistinctiveWords.Word;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In how many articles of some days and of the days around them each word is, whatever its ending.
 * Not shared between threads.
 */
final class WordTally {

  /** What is in fewer articles may be there by chance, or by one author. */
  private static final int LEAST = 3;

  /** So many times as large a share must hold it: little more is telling nothing, however sure. */
  private static final double LIFT = 1.5;

  private final Map<String, Count> counts = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private int within;
  private int around;
  private int article;

  private static final class Count {
    private final Map<String, Integer> printed = new HashMap<>();
    private int within;
    private int around;
    private int lastArticle;

    private String mostPrinted() {
      return printed.entrySet().stream()
          .max(
              Map.Entry.<String, Integer>comparingByValue()
                  .thenComparing(Map.Entry.comparingByKey()))
          .orElseThrow()
          .getKey();
    }
  }

  int within() {
    return within;
  }

  int around() {
    return around;
  }

  /** Begins an article of these days. */
  void beginWithin() {
    within++;
    article++;
  }

  /** Begins an article of the days around. All of these days must have been counted before. */
  void beginAround() {
    around++;
    article++;
  }

  /** A word that is asked for tells nothing. */
  void leaveOut(String stem) {
    asked.add(stem);
  }

  /** Counts a word of an article of these days. */
  void addWithin(String stem, String print) {
    Count count = counts.computeIfAbsent(stem, _ -> new Count());
    count.within += count.lastArticle == article ? 0 : 1;
    count.lastArticle = article;
    count.printed.merge(print, 1, Integer::sum);
  }

  /** Counts a word of an article of the days around. */
  void addAround(String stem) {
    Count count = counts.get(stem);
    if (count != null) {
      count.around += count.lastArticle == article ? 0 : 1;
      count.lastArticle = article;
    }
  }

  /**
   * The words that more of the articles of these days hold than is likely by chance.
   *
   * @param most no more than so many
   */
  List<Word> distinctive(int most) {
    asked.forEach(counts::remove);
    return counts.values().stream()
        .filter(count -> count.within >= LEAST && isMoreFrequent(count))
        .map(this::scored)
        .filter(word -> word.score() >= LogLikelihood.SIGNIFICANT)
        .sorted(Comparator.comparingDouble(Word::score).reversed().thenComparing(Word::text))
        .limit(most)
        .toList();
  }

  private boolean isMoreFrequent(Count count) {
    return (double) count.within * around >= LIFT * count.around * within;
  }

  private Word scored(Count count) {
    double score = LogLikelihood.of(count.within, within, count.around, around);
    return new Word(count.mostPrinted(), count.within, count.around, score);
  }
}
