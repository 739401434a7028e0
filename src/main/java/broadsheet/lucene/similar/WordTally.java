package broadsheet.lucene.similar;

import broadsheet.engine.result.DistinctiveWords.Word;
import broadsheet.engine.words.WordStatistics;
import broadsheet.lucene.analysis.SurfaceForms;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts, for each word in any of its forms, the articles that have it: among hits, and among the
 * articles that these are compared with. Not thread-safe.
 */
final class WordTally {

  /** A word in fewer articles than this may be there by chance, or by one author. */
  private static final int LEAST = 3;

  /**
   * The ratio by which the share of hits with the word must exceed the other share: a smaller
   * difference says little, however significant.
   */
  private static final double LIFT = 1.5;

  private final Map<String, Count> counts = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private int within;
  private int around;
  private int article;

  private static final class Count {
    private final SurfaceForms printed = new SurfaceForms();
    private int within;
    private int around;
    private int lastArticle;
  }

  int within() {
    return within;
  }

  int around() {
    return around;
  }

  /** Begins a hit. */
  void beginWithin() {
    within++;
    article++;
  }

  /** Begins another article. */
  void beginAround() {
    around++;
    article++;
  }

  /** Leaves out a word, such as one of the query. */
  void leaveOut(String stem) {
    asked.add(stem);
  }

  /** Counts a word of a hit. */
  void addWithin(String stem, String print) {
    Count count = counts.computeIfAbsent(stem, _ -> new Count());
    count.within += count.lastArticle == article ? 0 : 1;
    count.lastArticle = article;
    count.printed.add(print);
  }

  /** Counts a word of another article. */
  void addAround(String stem) {
    Count count = counts.computeIfAbsent(stem, _ -> new Count());
    count.around += count.lastArticle == article ? 0 : 1;
    count.lastArticle = article;
  }

  /**
   * Returns the counts in a form that can be sent.
   *
   * @param isComplete whether everything was read that should be
   */
  PartWords sent(boolean isComplete) {
    Map<String, PartWords.Counted> words = new HashMap<>();
    counts.forEach(
        (stem, count) ->
            words.put(
                stem, new PartWords.Counted(count.printed.counts(), count.within, count.around)));
    return new PartWords(words, Set.copyOf(asked), within, around, isComplete);
  }

  /** Adds the counts of another part. */
  void add(PartWords part) {
    within += part.within();
    around += part.around();
    asked.addAll(part.asked());
    part.words()
        .forEach(
            (stem, counted) -> {
              Count count = counts.computeIfAbsent(stem, _ -> new Count());
              count.within += counted.within();
              count.around += counted.around();
              count.printed.addAll(counted.printed());
            });
  }

  /**
   * The words in significantly more of the hits than of the other articles.
   *
   * @param most the most words to return
   */
  List<Word> distinctive(int most) {
    asked.forEach(counts::remove);
    return counts.values().stream()
        .filter(count -> count.within >= LEAST && isMoreFrequent(count))
        .map(this::scored)
        .filter(word -> word.score() >= WordStatistics.SIGNIFICANT)
        .sorted(Comparator.comparingDouble(Word::score).reversed().thenComparing(Word::text))
        .limit(most)
        .toList();
  }

  private boolean isMoreFrequent(Count count) {
    return (double) count.within * around >= LIFT * count.around * within;
  }

  private Word scored(Count count) {
    double score = WordStatistics.logLikelihood(count.within, within, count.around, around);
    return new Word(count.printed.most(), count.within, count.around, score);
  }
}
