package broadsheet.evaluate;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/**
 * The quality of one ranking for one topic, from 0 to 1. Each measure agrees with that of trec_eval
 * named beside it: an unjudged article counts as not relevant, and so does one with a negative
 * grade; where nothing is relevant, a measure is 0.
 *
 * <p>Sources: Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", TOIS
 * 2002, with the grade as gain and log2(rank + 1) as discount; Buckley and Voorhees, "Retrieval
 * system evaluation", in: TREC, 2005; trec_eval 9.
 */
public enum Measure {
  /**
   * {@code ndcg_cut_10}: the discounted gain of the first ten, relative to that of the best
   * possible ten.
   */
  NDCG_10("nDCG@10", Measure::ndcg),
  /** {@code map}: the mean of the precision at each relevant article. */
  AVERAGE_PRECISION("MAP", Measure::averagePrecision),
  /** {@code P_10}: the share of the first ten that are relevant. */
  PRECISION_10("P@10", (gains, _) -> precision(gains)),
  /** {@code recip_rank}: one divided by the rank of the first relevant article. */
  RECIPROCAL_RANK("MRR", (gains, _) -> reciprocalRank(gains)),
  /** {@code recall_100}: the share of the relevant articles that are among the first hundred. */
  RECALL_100("Recall@100", Measure::recall);

  private static final int CUT = 10;
  private static final int RECALL_CUT = 100;

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // each is a function without state
  private final ToDoubleBiFunction<List<Integer>, List<Integer>> formula;

  /**
   * @param formula the formula over the grades in ranked order, and all grades above 0, the highest
   *     first
   */
  Measure(String label, ToDoubleBiFunction<List<Integer>, List<Integer>> formula) {
    this.label = label;
    this.formula = formula;
  }

  /** Its usual name, which also names its mean over topics: {@code MAP}. */
  public String label() {
    return label;
  }

  /**
   * Computes the measure for a ranking.
   *
   * @param ranking docnos, the best first, none twice
   * @param grades the known grades of articles by docno
   */
  public double of(List<String> ranking, Map<String, Integer> grades) {
    List<Integer> gains = ranking.stream().map(docno -> gain(grades, docno)).toList();
    List<Integer> ideal =
        grades.values().stream().filter(grade -> grade > 0).sorted((a, b) -> b - a).toList();
    return ideal.isEmpty() ? 0 : formula.applyAsDouble(gains, ideal);
  }

  private static int gain(Map<String, Integer> grades, String docno) {
    return Math.max(0, grades.getOrDefault(docno, 0));
  }

  private static double ndcg(List<Integer> gains, List<Integer> ideal) {
    return cumulated(gains) / cumulated(ideal);
  }

  private static double cumulated(List<Integer> gains) {
    double sum = 0;
    for (int i = 0; i < Math.min(CUT, gains.size()); i++) {
      sum += gains.get(i) * Math.log(2) / Math.log(i + 2);
    }
    return sum;
  }

  private static double averagePrecision(List<Integer> gains, List<Integer> ideal) {
    double sum = 0;
    int found = 0;
    for (int i = 0; i < gains.size(); i++) {
      if (gains.get(i) > 0) {
        found++;
        sum += found / (i + 1.0);
      }
    }
    return sum / ideal.size();
  }

  private static double precision(List<Integer> gains) {
    return relevant(gains, CUT) / (double) CUT;
  }

  private static double reciprocalRank(List<Integer> gains) {
    for (int i = 0; i < gains.size(); i++) {
      if (gains.get(i) > 0) {
        return 1 / (i + 1.0);
      }
    }
    return 0;
  }

  private static double recall(List<Integer> gains, List<Integer> ideal) {
    return relevant(gains, RECALL_CUT) / (double) ideal.size();
  }

  private static long relevant(List<Integer> gains, int cut) {
    return gains.stream().limit(cut).filter(gain -> gain > 0).count();
  }
}
