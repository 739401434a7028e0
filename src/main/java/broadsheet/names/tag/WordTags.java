package broadsheet.names.tag;

import broadsheet.names.word.Lexicon;
import broadsheet.names.word.WordShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tags the sentences of one article. The scores of a word alone are computed once an article. Not
 * thread-safe.
 */
final class WordTags {

  private static final int LONGEST_NAME = 4;

  private static final NameWord NONE = new NameWord("\n", "\n", WordShape.MARK, 0);

  private final Perceptron perceptron;
  private final Lexicon lexicon;
  private final Map<String, int[][]> known = new HashMap<>();

  WordTags(Perceptron perceptron, Lexicon lexicon) {
    this.perceptron = perceptron;
    this.lexicon = lexicon;
  }

  /** The best tags of a sentence. */
  int[] of(List<NameWord> words) {
    int[] scores = new int[words.size() * Tag.COUNT];
    int[] longer = longer(words, lexicon);
    for (int i = 0; i < words.size(); i++) {
      for (int place = 0; place < Features.PLACES; place++) {
        int[] alone = alone(at(words, i + place - 2), place);
        for (int tag = 0; tag < Tag.COUNT; tag++) {
          scores[i * Tag.COUNT + tag] += alone[tag];
        }
      }
      int[] rows =
          perceptron
              .features()
              .ofNeighbours(at(words, i - 1), words.get(i), at(words, i + 1), i == 0, longer[i]);
      perceptron.addScores(rows, scores, i * Tag.COUNT);
    }
    return perceptron.best(scores);
  }

  /** The word at an index; a mark outside of the sentence. */
  static NameWord at(List<NameWord> words, int i) {
    return i < 0 || i >= words.size() ? NONE : words.get(i);
  }

  private int[] alone(NameWord word, int place) {
    int[][] places = known.computeIfAbsent(word.text(), _ -> new int[Features.PLACES][0]);
    if (places[place].length == 0) {
      places[place] = new int[Tag.COUNT];
      perceptron.addScores(perceptron.features().ofWord(word, place), places[place], 0);
    }
    return places[place];
  }

  /** For each word the traits of the longest name of several words that it is part of. */
  static int[] longer(List<NameWord> words, Lexicon lexicon) {
    int[] longer = new int[words.size()];
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).isCapital() && lexicon.mayBeginLonger(words.get(i).text())) {
        mark(words, i, lexicon, longer);
      }
    }
    return longer;
  }

  private static void mark(List<NameWord> words, int from, Lexicon lexicon, int[] longer) {
    StringBuilder name = new StringBuilder(words.get(from).text());
    for (int to = from + 1; to < Math.min(words.size(), from + LONGEST_NAME); to++) {
      name.append(' ').append(words.get(to).text());
      int traits = lexicon.traits(name.toString());
      if (traits != 0) {
        for (int i = from; i <= to; i++) {
          longer[i] = traits;
        }
      }
    }
  }
}
