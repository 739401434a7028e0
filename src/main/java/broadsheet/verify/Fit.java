package broadsheet.verify;

import java.util.Arrays;

/**
 * The best place of a claim in a text: for each of its words the word of the text that is the same,
 * in order.
 *
 * <p>Source: Smith and Waterman, "Identification of common molecular subsequences", 1981, with the
 * affine gaps of Gotoh, 1982. The claim is aligned as a whole, the text where it fits best.
 *
 * @param places the word of the text for each word of the claim; -1 where it has none
 * @param score at most 1, which is that of the same words
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Fit(int[] places, double score) {

  /** Words of the text are passed over, in shares of an average word. */
  private static final double OPEN = 0.8;

  private static final double EXTEND = 0.02;

  /** The same where the claim has an ellipsis. */
  private static final double EXTEND_AT_ELLIPSIS = 0.001;

  /** A word of the claim has another in its place. */
  private static final double OTHER = 0.15;

  /** A word of the claim is not in the text. */
  private static final double EXTRA = 0.2;

  /** Texts up to this length, in words, are looked at whole. */
  private static final int WHOLE = 500;

  private static final int MARGIN = 60;

  private static final byte SAME = 0;
  private static final byte PASSED = 1;
  private static final byte DROPPED = 2;

  /** The best fit of a claim in a text. */
  static Fit of(ClaimWords claim, int[] text) {
    if (text.length <= WHOLE) {
      return of(claim, text, 0, text.length);
    }
    int width = Math.max(WHOLE / 2, 3 * claim.size()) + 2 * MARGIN;
    double[] sums = sums(claim, text);
    int first = densest(sums, width, -1);
    Fit fit = of(claim, text, first, Math.min(text.length, first + width));
    if (fit.score < 0.99) {
      int second = densest(sums, width, first);
      Fit other = second < 0 ? fit : of(claim, text, second, Math.min(text.length, second + width));
      return other.score > fit.score ? other : fit;
    }
    return fit;
  }

  /** Sums of the weights of the words that the claim has, each number once in a dozen words. */
  private static double[] sums(ClaimWords claim, int[] text) {
    double[] best = new double[claim.byWord().size()];
    for (int i = 0; i < claim.size(); i++) {
      best[claim.numbers()[i]] = claim.weights()[i];
    }
    double[] sums = new double[text.length + 1];
    for (int j = 0; j < text.length; j++) {
      boolean isPair = j > 0 && text[j] >= 0 && text[j - 1] >= 0;
      sums[j + 1] = sums[j] + (text[j] < 0 ? 0 : best[text[j]] * (isPair ? 2 : 1));
    }
    return sums;
  }

  private static int densest(double[] sums, int width, int without) {
    int found = -1;
    double most = 0;
    for (int start = 0; start == 0 || start + width / 2 < sums.length; start += MARGIN) {
      double sum = sums[Math.min(sums.length - 1, start + width)] - sums[start];
      boolean isOther = without < 0 || Math.abs(start - without) >= width / 2;
      if (isOther && sum > most) {
        most = sum;
        found = start;
      }
    }
    return without < 0 ? Math.max(found, 0) : found;
  }

  private static Fit of(ClaimWords claim, int[] text, int from, int to) {
    return new Table(claim, text, from, to).fit();
  }

  /** The scores of one fit. */
  private static final class Table {
    private final ClaimWords claim;
    private final int[] text;
    private final int from;
    private final int length;
    private final byte[][] ways;
    private final boolean[][] goesOn;

    Table(ClaimWords claim, int[] text, int from, int to) {
      this.claim = claim;
      this.text = text;
      this.from = from;
      this.length = to - from;
      ways = new byte[claim.size() + 1][length + 1];
      goesOn = new boolean[claim.size() + 1][length + 1];
    }

    Fit fit() {
      double[] best = new double[length + 1];
      double average = 1.0 / claim.size();
      for (int i = 1; i <= claim.size(); i++) {
        best = row(i, best, average);
      }
      int end = 0;
      for (int j = 1; j <= length; j++) {
        end = best[j] > best[end] ? j : end;
      }
      return new Fit(traced(end), best[end]);
    }

    private double[] row(int i, double[] above, double average) {
      double[] row = new double[length + 1];
      double weight = claim.weights()[i - 1];
      int number = claim.numbers()[i - 1];
      boolean isEllipsis = i < claim.size() && claim.ellipses().get(i);
      double open = isEllipsis ? 0 : OPEN * average;
      double extend = (isEllipsis ? EXTEND_AT_ELLIPSIS : EXTEND) * average;
      double drop = EXTRA * weight;
      double other = OTHER * average;
      row[0] = above[0] - drop;
      ways[i][0] = DROPPED;
      double passed = Double.NEGATIVE_INFINITY;
      for (int j = 1; j <= length; j++) {
        double same = above[j - 1] + (text[from + j - 1] == number ? weight : -other - drop);
        double dropped = above[j] - drop;
        double begun = row[j - 1] - open - extend;
        double further = passed - extend;
        goesOn[i][j] = further > begun;
        passed = Math.max(begun, further);
        if (same >= dropped && same >= passed) {
          row[j] = same;
          ways[i][j] = SAME;
        } else if (dropped >= passed) {
          row[j] = dropped;
          ways[i][j] = DROPPED;
        } else {
          row[j] = passed;
          ways[i][j] = PASSED;
        }
      }
      return row;
    }

    private int[] traced(int end) {
      int[] places = new int[claim.size()];
      Arrays.fill(places, -1);
      int i = claim.size();
      int j = end;
      while (i > 0) {
        byte way = ways[i][j];
        if (way == PASSED) {
          while (goesOn[i][j]) {
            j--;
          }
          j--;
        } else {
          i--;
          if (way == SAME) {
            j--;
            places[i] = text[from + j] == claim.numbers()[i] ? from + j : -1;
          }
        }
      }
      return places;
    }
  }
}
