package broadsheet.lucene.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.util.BytesRef;

/** Counts words in two sets of articles, in memory. Not thread-safe. */
final class TextTally {

  /** The most words, some 100 bytes each. */
  private static final int MOST = 400_000;

  private final Predicate<String> isListed;
  private final Map<String, Count> counts = new HashMap<>();

  private static final class Count {
    private final boolean isListed;
    private long in;
    private long other;

    Count(boolean isListed) {
      this.isListed = isListed;
    }
  }

  /**
   * @param isListed which words are wanted
   */
  TextTally(Predicate<String> isListed) {
    this.isListed = isListed;
  }

  private Count count(String word) {
    Count known = counts.get(word);
    if (known == null) {
      known = new Count(isListed.test(word));
      counts.put(word, known);
    }
    return known;
  }

  void addIn(String word) {
    count(word).in++;
  }

  void addOther(String word) {
    count(word).other++;
  }

  /** Whether there are as many words as fit into memory. */
  boolean isFull() {
    return counts.size() >= MOST;
  }

  boolean isHalfFull() {
    return counts.size() >= MOST / 2;
  }

  /** The wanted words in the order of their bytes. */
  List<BytesRef> sorted() {
    return counts.entrySet().stream()
        .filter(word -> word.getValue().isListed)
        .map(word -> new BytesRef(word.getKey()))
        .sorted()
        .toList();
  }

  long in(BytesRef word) {
    return count(word.utf8ToString()).in;
  }

  long other(BytesRef word) {
    return count(word.utf8ToString()).other;
  }
}
