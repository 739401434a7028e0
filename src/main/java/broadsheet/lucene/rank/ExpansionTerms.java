package broadsheet.lucene.rank;

import broadsheet.lucene.compile.TermIdTable;
import broadsheet.lucene.schema.ForwardText;
import java.util.Arrays;
import java.util.List;

/**
 * The expansion terms of {@link Feedback}, and their effect on the scores of articles. Reads one
 * article after the other. Not thread-safe.
 */
public final class ExpansionTerms {

  /**
   * An expansion term.
   *
   * @param stem its stem
   * @param weight the most it adds to a score, before saturation
   */
  public record Word(String stem, long key, double weight) {}

  private final List<Word> words;
  private final TermIdTable table;
  private final int[] frequencies;
  private double saturation;

  public ExpansionTerms(List<Word> words) {
    this.words = List.copyOf(words);
    table = new TermIdTable(words.stream().mapToLong(Word::key).toArray());
    frequencies = new int[words.size()];
  }

  public List<Word> words() {
    return words;
  }

  /**
   * Reads an article and computes the score that the terms add to it.
   *
   * @return the score to add
   */
  public double of(ForwardReader.Read article) {
    ForwardText text = article.text();
    saturation = article.saturation();
    Arrays.fill(frequencies, 0);
    int[] roles = table.in(text);
    for (int place = 0; place < text.length(); place++) {
      int role = roles[text.word(place)];
      if (role != TermIdTable.NONE) {
        frequencies[role] += text.weight(place);
      }
    }
    double sum = 0;
    for (int word = 0; word < frequencies.length; word++) {
      sum += of(word);
    }
    return sum;
  }

  /** The score that a term adds to the article read last. */
  public double of(int word) {
    int frequency = frequencies[word];
    return frequency == 0 ? 0 : words.get(word).weight() * frequency / (frequency + saturation);
  }
}
