package broadsheet.lucene.snapshot;

import broadsheet.lucene.analysis.StopWords;
import broadsheet.lucene.analysis.WordReader;
import broadsheet.lucene.reader.BoundedCache;
import broadsheet.lucene.schema.ForwardText;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Statistics of candidates for expansion terms, cached because the same ones recur. Thread-safe.
 */
public final class ExpansionTermStats {

  /** The size of the cache, in words. */
  private static final int MOST_KNOWN = 50_000;

  /** Marks a word that is never an expansion term. */
  private static final Double NOT_TELLING = -1.0;

  private final DocumentFrequencies statistics;
  private final BoundedCache<Stem, Double> rarities =
      new BoundedCache<>(new ConcurrentHashMap<>(), MOST_KNOWN);

  ExpansionTermStats(DocumentFrequencies statistics) {
    this.statistics = statistics;
  }

  private record Stem(long key, String language) {}

  /**
   * The rarity of a word, see {@link DocumentFrequencies#rarity}; 0 for a word in no other article,
   * empty for stop words and for parts of words.
   */
  public OptionalDouble rarity(ForwardText text, int word) {
    Stem stem = new Stem(text.key(word), text.language());
    double known = rarities.of(stem, _ -> rarity(text.text(word), text.language()));
    return known >= 0 ? OptionalDouble.of(known) : OptionalDouble.empty();
  }

  private Double rarity(String stem, String language) {
    if (!WordReader.isWord(stem) || StopWords.of(List.of(language)).contains(stem)) {
      return NOT_TELLING;
    }
    return statistics.articles(stem) > 1 ? statistics.rarity(stem) : 0;
  }
}
