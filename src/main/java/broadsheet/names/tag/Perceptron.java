package broadsheet.names.tag;

/**
 * A structured perceptron for sequences of tags, decoded by the Viterbi algorithm: the best of all
 * sequences by the sum of the weights of its features and transitions. Immutable and thread-safe.
 * Source: Collins, "Discriminative training methods for hidden Markov models", EMNLP 2002.
 */
final class Perceptron {

  private final byte[] weights;
  private final byte[] transitions;
  private final Features features;

  /**
   * @param weights of each row of features for each tag
   * @param transitions from each tag, and from the beginning, to each tag
   */
  Perceptron(byte[] weights, byte[] transitions) {
    this.weights = weights.clone();
    this.transitions = transitions.clone();
    this.features = new Features(weights.length / Tag.COUNT);
  }

  Features features() {
    return features;
  }

  /** Adds the weights of rows to the scores of the tags, which begin at a place of the array. */
  void addScores(int[] rows, int[] scores, int at) {
    for (int row : rows) {
      int weight = row * Tag.COUNT;
      for (int tag = 0; tag < Tag.COUNT; tag++) {
        scores[at + tag] += weights[weight + tag];
      }
    }
  }

  /** The best tags, given the scores of each word for each tag. */
  int[] best(int[] scores) {
    int[] steps = new int[transitions.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = transitions[i];
    }
    return best(scores, steps);
  }

  static int[] best(int[] scores, int[] transitions) {
    int words = scores.length / Tag.COUNT;
    int[] from = new int[scores.length];
    int[] sums = new int[Tag.COUNT];
    int[] next = new int[Tag.COUNT];
    for (int word = 0; word < words; word++) {
      for (int tag = 0; tag < Tag.COUNT; tag++) {
        int best = Integer.MIN_VALUE;
        int last = word == 0 ? 1 : Tag.COUNT;
        for (int before = 0; before < last; before++) {
          if (Tag.mayFollow(before, tag)) {
            int row = word == 0 ? Tag.COUNT : before;
            int sum = sums[before] + transitions[row * Tag.COUNT + tag];
            if (sum > best) {
              best = sum;
              from[word * Tag.COUNT + tag] = before;
            }
          }
        }
        next[tag] =
            best == Integer.MIN_VALUE ? -1_000_000_000 : best + scores[word * Tag.COUNT + tag];
      }
      int[] swap = sums;
      sums = next;
      next = swap;
    }
    return path(from, sums, words);
  }

  private static int[] path(int[] from, int[] sums, int words) {
    int tag = 0;
    for (int other = 1; other < Tag.COUNT; other++) {
      tag = sums[other] > sums[tag] ? other : tag;
    }
    int[] tags = new int[words];
    for (int word = words - 1; word >= 0; word--) {
      tags[word] = tag;
      tag = from[word * Tag.COUNT + tag];
    }
    return tags;
  }
}
