package broadsheet.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * Words of a claim and words of a text at the same place that are not the same.
 *
 * @param from the first such word of the claim
 * @param to the word after the last; equal to {@code from} if the claim has none here
 * @param textFrom the same in the text
 * @param textTo the same in the text
 */
record DifferingWords(int from, int to, int textFrom, int textTo) {

  /** The blocks of a fit, in order; those at the ends have no words of the text. */
  static List<DifferingWords> of(Fit fit) {
    int[] places = fit.places();
    List<DifferingWords> blocks = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < places.length; i++) {
      if (places[i] < 0) {
        continue;
      }
      boolean isFirst = last < 0;
      int textFrom = isFirst ? places[i] : places[last] + 1;
      if (i > last + 1 || places[i] > textFrom) {
        blocks.add(new DifferingWords(last + 1, i, textFrom, places[i]));
      }
      last = i;
    }
    if (last < places.length - 1) {
      int end = last < 0 ? 0 : places[last] + 1;
      blocks.add(new DifferingWords(last + 1, places.length, end, end));
    }
    return blocks;
  }

  int claimed() {
    return to - from;
  }

  int printed() {
    return textTo - textFrom;
  }

  boolean isStart() {
    return from == 0;
  }
}
