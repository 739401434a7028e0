package broadsheet.lucene.snapshot;

import broadsheet.lucene.analysis.StopWords;
import broadsheet.lucene.analysis.WordReader;
import broadsheet.lucene.schema.ForwardText;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of words that may be learnt from articles. The same ones come up again and again,
 * so it is remembered. Thread-safe.
 */
public final class ExpansionTermStats {

  /** Of so many words it is remembered. */
  private static final int MOST_KNOWN = 50_000;

  /** Stands for a word that is not to be learnt. */
  private static final Double NOT_TELLING = -1.0;

  private final TermStatistics statistics;
  private final BoundedCache<Long, Double> rarities =
      new BoundedCache<>(new ConcurrentHashMap<>(), MOST_KNOWN);

  ExpansionTermStats(TermStatistics statistics) {
    this.statistics = statistics;
  }

  /**
   * How rare a word of a text is, see {@link TermStatistics#rarity}; 0 for one in no other article,
   * empty for one that is no word by itself or only holds a sentence together.
   */
  public OptionalDouble rarity(ForwardText text, int word) {
    Long key = text.key(word) ^ text.language().hashCode();
    double known = rarities.of(key, _ -> rarity(text.text(word), text.language()));
    return known >= 0 ? OptionalDouble.of(known) : OptionalDouble.empty();
  }

  private Double rarity(String stem, String language) {
    if (!WordReader.isWord(stem) || StopWords.of(List.of(language)).contains(stem)) {
      return NOT_TELLING;
    }
    return statistics.articles(stem) > 1 ? statistics.rarity(stem) : 0;
  }
}
