package broadsheet.lucene.search;

import broadsheet.lucene.analysis.StopWords;
import broadsheet.lucene.analysis.WordReader;
import broadsheet.lucene.schema.ForwardText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of words that may be learnt from articles. The same ones come up again and again,
 * so it is remembered. Thread-safe.
 */
final class LearnableWords {

  /** Of more words nothing is remembered at a time. */
  private static final int MOST_KNOWN = 50_000;

  private final Vocabulary vocabulary;
  private final Map<Long, Boolean> telling = new ConcurrentHashMap<>();
  private final Map<Long, Double> rarities = new ConcurrentHashMap<>();

  LearnableWords(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Whether a word of a text is one by itself and does more than hold a sentence together. */
  boolean isTelling(ForwardText text, int word) {
    Long key = text.key(word) ^ text.language().hashCode();
    Boolean known = telling.get(key);
    if (known == null) {
      String stem = text.text(word);
      known = WordReader.isWord(stem) && !StopWords.of(List.of(text.language())).contains(stem);
      remember(key, known, telling);
    }
    return known;
  }

  /** How rare a word of a text is, see {@link Vocabulary#rarity}; 0 for one in no other article. */
  double rarity(ForwardText text, int word) {
    Long key = text.key(word);
    Double known = rarities.get(key);
    if (known == null) {
      String stem = text.text(word);
      known = vocabulary.articles(stem) > 1 ? vocabulary.rarity(stem) : 0;
      remember(key, known, rarities);
    }
    return known;
  }

  private static <T> void remember(Long key, T value, Map<Long, T> in) {
    if (in.size() >= MOST_KNOWN) {
      in.clear();
    }
    in.put(key, value);
  }
}
