package broadsheet.lucene.rank;

import broadsheet.lucene.compile.QueryTerms;
import broadsheet.lucene.compile.TermIdTable;
import broadsheet.lucene.schema.ForwardText;
import java.util.Arrays;

/**
 * Raises the score of an article for query words in its headline, and near each other in its body.
 * Reads one article after the other. Not thread-safe.
 *
 * <p>Source for proximity: the sequential dependence model of Metzler and Croft, "A Markov random
 * field model for term dependencies", SIGIR 2005. Its ordered and unordered windows are merged into
 * one count, in which a pair is worth less the further apart it is, as in Lucene's sloppy phrases.
 * Stop words are ignored, in the query and in the text, and nothing is near across paragraphs. The
 * measurements behind the constants are in {@code docs/ranking.md}.
 */
public final class TermProximityScorer {

  /** The weight of a pair, relative to a word. */
  private static final double CLOSENESS = 0.3;

  /**
   * The extra weight of a word in the headline, if it is the query's only word. It falls with the
   * square of the number of words: of many words some occur in any headline.
   */
  private static final double HEADLINE = 6;

  /** The upper bound of that weight. */
  private static final double MOST_HEADLINE = 2;

  /** The most moves of a word that count as near. */
  private static final int SLOP = 7;

  private static final int NOT_YET = -1_000;

  private final QueryTerms asked;
  private final double headlineWeight;
  private final TermIdTable table;
  private final int[] inTitle;
  private final int[] last;
  private final int[] times;
  private final double[] nearness;
  private double saturation;
  private double titleSaturation;

  TermProximityScorer(QueryTerms asked) {
    this.asked = asked;
    int words = Math.max(1, asked.words().size());
    headlineWeight = Math.min(MOST_HEADLINE, HEADLINE / ((double) words * words));
    table = asked.table();
    inTitle = new int[asked.words().size()];
    last = new int[inTitle.length];
    times = new int[asked.pairs().size()];
    nearness = new double[times.length];
  }

  public QueryTerms asked() {
    return asked;
  }

  /**
   * Reads an article and computes the score to add to it.
   *
   * @return the score to add
   */
  public double of(ForwardReader.Read article) {
    ForwardText text = article.text();
    saturation = article.saturation();
    titleSaturation = article.titleSaturation();
    Arrays.fill(inTitle, 0);
    Arrays.fill(last, NOT_YET);
    Arrays.fill(times, 0);
    Arrays.fill(nearness, 0);
    int[] roles = table.in(text);
    for (int place = 0; place < text.titleEnd(); place++) {
      int role = roles[text.word(place)];
      if (role != TermIdTable.NONE) {
        inTitle[role]++;
      }
    }
    if (times.length > 0) {
      for (int place = text.standfirstEnd(); place < text.length(); place++) {
        int role = roles[text.word(place)];
        if (role != TermIdTable.NONE) {
          count(role, place);
        } else if (text.isBorder(place)) {
          Arrays.fill(last, NOT_YET);
        }
      }
    }
    return sum();
  }

  private void count(int word, int place) {
    for (int i = 0; i < times.length; i++) {
      QueryTerms.Pair pair = asked.pairs().get(i);
      if (pair.second() == word) {
        near(i, place - last[pair.first()] - 1);
      } else if (pair.first() == word) {
        near(i, place - last[pair.second()] + 1);
      }
    }
    last[word] = place;
  }

  private void near(int pair, int moves) {
    if (moves <= SLOP) {
      times[pair]++;
      nearness[pair] += 1.0 / (1 + moves);
    }
  }

  private double sum() {
    double sum = 0;
    for (int word = 0; word < inTitle.length; word++) {
      sum += headline(word);
    }
    for (int pair = 0; pair < times.length; pair++) {
      sum += closeness(pair);
    }
    return sum;
  }

  /** The score that a word in the headline of the article read last adds. */
  public double headline(int word) {
    if (inTitle[word] == 0) {
      return 0;
    }
    QueryTerms.Word of = asked.words().get(word);
    double share = inTitle[word] / (inTitle[word] + titleSaturation);
    return headlineWeight * of.times() * of.titleRarity() * share;
  }

  /** The score that a pair in its body adds. */
  public double closeness(int pair) {
    if (times[pair] == 0) {
      return 0;
    }
    QueryTerms.Pair of = asked.pairs().get(pair);
    double rarity =
        asked.words().get(of.first()).rarity() + asked.words().get(of.second()).rarity();
    return CLOSENESS * of.times() * rarity * nearness[pair] / (nearness[pair] + saturation);
  }

  /** The number of times the words of a pair occur near each other in its body. */
  public int times(int pair) {
    return times[pair];
  }
}
