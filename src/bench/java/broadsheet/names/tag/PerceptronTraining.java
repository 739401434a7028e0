package broadsheet.names.tag;

import broadsheet.names.word.Lexicon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Learns the weights of a {@link Perceptron}, averaged over all steps. Not thread-safe. */
final class PerceptronTraining {

  /** Rows of weights. */
  static final int ROWS = 1 << 18;

  private static final int FROM_START = Tag.COUNT;

  /** Steps of a stored weight for each step of a learned one. */
  private static final double FINENESS = 10;

  private final Features features;
  private final int[] weights;
  private final long[] weightSums;
  private final int[] transitions = new int[(Tag.COUNT + 1) * Tag.COUNT];
  private final long[] transitionSums = new long[(Tag.COUNT + 1) * Tag.COUNT];
  private long steps;

  PerceptronTraining(int rows) {
    features = new Features(rows);
    weights = new int[rows * Tag.COUNT];
    weightSums = new long[rows * Tag.COUNT];
  }

  /** Learns from all sentences several times, each time in another order. */
  void learn(List<TaggedSentence> sentences, Lexicon lexicon, int rounds, long seed) {
    List<int[][]> rows = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (TaggedSentence sentence : sentences) {
      order.add(rows.size());
      rows.add(rows(sentence, lexicon));
    }
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(order, random);
      for (int i : order) {
        step(rows.get(i), sentences.get(i).tags());
      }
    }
  }

  /** The stored form of the averaged weights. */
  byte[] weights() {
    return averaged(weights, weightSums);
  }

  byte[] transitions() {
    return averaged(transitions, transitionSums);
  }

  private byte[] averaged(int[] last, long[] sums) {
    byte[] bytes = new byte[last.length];
    for (int i = 0; i < bytes.length; i++) {
      double average = last[i] - (double) sums[i] / (steps + 1);
      bytes[i] = (byte) Math.clamp(Math.round(average * FINENESS), -127, 127);
    }
    return bytes;
  }

  private int[][] rows(TaggedSentence sentence, Lexicon lexicon) {
    List<NameWord> words = sentence.words();
    int[] longer = WordTags.longer(words, lexicon);
    int[][] rows = new int[words.size()][];
    for (int i = 0; i < rows.length; i++) {
      List<int[]> parts = new ArrayList<>();
      for (int place = 0; place < Features.PLACES; place++) {
        parts.add(features.ofWord(WordTags.at(words, i + place - 2), place));
      }
      parts.add(
          features.ofNeighbours(
              WordTags.at(words, i - 1),
              words.get(i),
              WordTags.at(words, i + 1),
              i == 0,
              longer[i]));
      rows[i] = parts.stream().flatMapToInt(java.util.Arrays::stream).toArray();
    }
    return rows;
  }

  private void step(int[][] rows, int[] truth) {
    steps++;
    int[] scores = new int[rows.length * Tag.COUNT];
    for (int i = 0; i < rows.length; i++) {
      for (int row : rows[i]) {
        for (int tag = 0; tag < Tag.COUNT; tag++) {
          scores[i * Tag.COUNT + tag] += weights[row * Tag.COUNT + tag];
        }
      }
    }
    int[] guess = Perceptron.best(scores, transitions);
    int before = FROM_START;
    int guessedBefore = FROM_START;
    for (int i = 0; i < rows.length; i++) {
      if (truth[i] != guess[i]) {
        for (int row : rows[i]) {
          change(weights, weightSums, row * Tag.COUNT + truth[i], 1);
          change(weights, weightSums, row * Tag.COUNT + guess[i], -1);
        }
      }
      if (truth[i] != guess[i] || before != guessedBefore) {
        change(transitions, transitionSums, before * Tag.COUNT + truth[i], 1);
        change(transitions, transitionSums, guessedBefore * Tag.COUNT + guess[i], -1);
      }
      before = truth[i];
      guessedBefore = guess[i];
    }
  }

  private void change(int[] values, long[] sums, int at, int by) {
    values[at] += by;
    sums[at] += by * steps;
  }
}
