package broadsheet.lucene.rank;

import broadsheet.lucene.compile.QueryTerms;
import broadsheet.lucene.compile.TermIdTable;
import broadsheet.lucene.schema.ForwardText;
import java.util.Arrays;

/**
 * What the places of a query's words add to the score of an article: that they stand in its
 * headline, and near each other in its body. Reads one article after the other; not shared between
 * threads.
 *
 * <p>Source for closeness: the sequential dependence model of Metzler and Croft, "A Markov random
 * field model for term dependencies", SIGIR 2005. Its ordered and its unordered window are here one
 * count, in which two words are worth less the further apart they stand, as in Lucene's sloppy
 * phrases. Words that only hold a sentence together are passed over, in the query as in the text,
 * and nothing is near across paragraphs. The figures behind the constants are in {@code
 * docs/ranking.md}.
 */
public final class TermProximityScorer {

  /** How much a pair counts against a word. */
  private static final double CLOSENESS = 0.3;

  /**
   * How much a word in the headline counts beyond what it does anywhere, if it is the only one. It
   * falls with the square of their number: of many words some may be from anywhere.
   */
  private static final double HEADLINE = 6;

  /** But no more than so much. */
  private static final double MOST_HEADLINE = 2;

  /** How many moves of a word still count as close. */
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
   * Reads an article.
   *
   * @return what is added to its score
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
          meet(role, place);
        } else if (text.isBorder(place)) {
          Arrays.fill(last, NOT_YET);
        }
      }
    }
    return sum();
  }

  private void meet(int word, int place) {
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

  /** What a word in the headline of the article that was read adds. */
  public double headline(int word) {
    if (inTitle[word] == 0) {
      return 0;
    }
    QueryTerms.Word of = asked.words().get(word);
    double share = inTitle[word] / (inTitle[word] + titleSaturation);
    return headlineWeight * of.times() * of.titleRarity() * share;
  }

  /** What a pair in its body adds. */
  public double closeness(int pair) {
    if (times[pair] == 0) {
      return 0;
    }
    QueryTerms.Pair of = asked.pairs().get(pair);
    double rarity =
        asked.words().get(of.first()).rarity() + asked.words().get(of.second()).rarity();
    return CLOSENESS * of.times() * rarity * nearness[pair] / (nearness[pair] + saturation);
  }

  /** How often a pair stands near each other in its body. */
  public int times(int pair) {
    return times[pair];
  }
}
