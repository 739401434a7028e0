package broadsheet.lucene.search;

import broadsheet.lucene.schema.ForwardText;
import java.util.Arrays;
import java.util.List;

/**
 * Words that {@link Feedback} learnt, and what they add to the scores of articles. Reads one
 * article after the other; not shared between threads.
 */
final class LearntWords {

  /**
   * A word.
   *
   * @param stem by which it is known
   * @param weight what it adds at the most, beside its saturation
   */
  record Word(String stem, long key, double weight) {}

  private final List<Word> words;
  private final WordTable table;
  private final int[] frequencies;
  private double saturation;

  LearntWords(List<Word> words) {
    this.words = List.copyOf(words);
    table = new WordTable(words.stream().mapToLong(Word::key).toArray());
    frequencies = new int[words.size()];
  }

  List<Word> words() {
    return words;
  }

  /**
   * Reads an article.
   *
   * @return what is added to its score
   */
  double of(ForwardReader.Read article) {
    ForwardText text = article.text();
    saturation = article.saturation();
    Arrays.fill(frequencies, 0);
    int[] roles = table.in(text);
    for (int place = 0; place < text.length(); place++) {
      int role = roles[text.word(place)];
      if (role != WordTable.NONE) {
        frequencies[role] += text.weight(place);
      }
    }
    double sum = 0;
    for (int word = 0; word < frequencies.length; word++) {
      sum += of(word);
    }
    return sum;
  }

  /** What a word adds to the score of the article that was read. */
  double of(int word) {
    int frequency = frequencies[word];
    return frequency == 0 ? 0 : words.get(word).weight() * frequency / (frequency + saturation);
  }
}
