package broadsheet.lucene.search;

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
final class LearnableWords {

  /** Of so many words it is remembered. */
  private static final int MOST_KNOWN = 50_000;

  /** Stands for a word that is not to be learnt. */
  private static final Double NOT_TELLING = -1.0;

  private final Vocabulary vocabulary;
  private final Remembered<Long, Double> rarities =
      new Remembered<>(new ConcurrentHashMap<>(), MOST_KNOWN);

  LearnableWords(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * How rare a word of a text is, see {@link Vocabulary#rarity}; 0 for one in no other article,
   * empty for one that is no word by itself or only holds a sentence together.
   */
  OptionalDouble rarity(ForwardText text, int word) {
    Long key = text.key(word) ^ text.language().hashCode();
    double known = rarities.of(key, _ -> rarity(text.text(word), text.language()));
    return known >= 0 ? OptionalDouble.of(known) : OptionalDouble.empty();
  }

  private Double rarity(String stem, String language) {
    if (!WordReader.isWord(stem) || StopWords.of(List.of(language)).contains(stem)) {
      return NOT_TELLING;
    }
    return vocabulary.articles(stem) > 1 ? vocabulary.rarity(stem) : 0;
  }
}
