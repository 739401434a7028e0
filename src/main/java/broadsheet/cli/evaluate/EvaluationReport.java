package broadsheet.cli.evaluate;

import broadsheet.evaluate.Evaluation;
import broadsheet.evaluate.MeanDifference;
import broadsheet.evaluate.Measure;
import broadsheet.evaluate.RankingComparison;
import broadsheet.evaluate.Topic;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The report on measured rankings.
 *
 * @param topics the measured topics, by number
 * @param unjudged the number of other topics in the file, which have no judgements
 * @param evaluations at least one; ours or the old ranking first
 */
record EvaluationReport(Map<String, Topic> topics, int unjudged, List<Evaluation> evaluations) {

  private static final int MOST_MOVES = 10;
  private static final int DIGITS = 4;
  private static final int NAME_WIDTH = 30;
  private static final int QUERY_WIDTH = 60;

  void print(
      PrintWriter out, boolean isPerTopic, List<RankingComparison> comparisons, boolean isOfTwo) {
    out.printf(
        Locale.ROOT,
        "%d %s%s%n%n",
        topics.size(),
        topics.size() == 1 ? "topic" : "topics",
        unjudged == 0 ? "" : ", and " + unjudged + " without judgements");
    printHead(out);
    evaluations.forEach(evaluation -> printMeans(evaluation, out));
    out.println();
    comparisons.forEach(comparison -> printGain(comparison, out));
    if (isOfTwo) {
      comparisons.forEach(comparison -> printMoves(comparison, out));
    }
    if (isPerTopic) {
      evaluations.forEach(evaluation -> printTopics(evaluation, out));
    }
    out.flush();
  }

  private static void printHead(PrintWriter out) {
    out.printf("%-" + NAME_WIDTH + "s", "");
    for (Measure measure : Measure.values()) {
      out.printf("%12s", measure.label());
    }
    out.println();
  }

  private static void printMeans(Evaluation evaluation, PrintWriter out) {
    out.printf("%-" + NAME_WIDTH + "s", evaluation.name());
    for (Measure measure : Measure.values()) {
      out.printf(Locale.ROOT, "%12.4f", evaluation.mean(measure));
    }
    out.println();
  }

  private static void printGain(RankingComparison comparison, PrintWriter out) {
    out.printf("%s compared with %s%n", comparison.after().name(), comparison.before().name());
    out.printf("%-" + NAME_WIDTH + "s", "  gain");
    for (Measure measure : Measure.values()) {
      out.printf(Locale.ROOT, "%+11.1f%%", 100 * comparison.gain(measure));
    }
    out.println();
    List<MeanDifference> differences =
        Arrays.stream(Measure.values()).map(comparison::difference).toList();
    printRow("  difference", "%+12.4f", differences, MeanDifference::mean, out);
    printRow("  95 % from", "%+12.4f", differences, of -> of.interval().low(), out);
    printRow("  to", "%+12.4f", differences, of -> of.interval().high(), out);
    printRow("  p-value", "%12.4f", differences, MeanDifference::pValue, out);
  }

  private static void printRow(
      String name,
      String format,
      List<MeanDifference> differences,
      ToDoubleFunction<MeanDifference> figure,
      PrintWriter out) {
    out.printf("%-" + NAME_WIDTH + "s", name);
    differences.forEach(of -> out.printf(Locale.ROOT, format, figure.applyAsDouble(of)));
    out.println();
  }

  private void printMoves(RankingComparison comparison, PrintWriter out) {
    out.printf("%nMoved most, by %s:%n", Measure.NDCG_10.label());
    for (RankingComparison.Move move : comparison.moves(Measure.NDCG_10, MOST_MOVES)) {
      out.printf(
          Locale.ROOT,
          "  %+.4f  %.4f → %.4f  %s  %s%n",
          move.by(),
          move.before(),
          move.after(),
          move.topic(),
          shortened(query(move.topic())));
    }
  }

  private void printTopics(Evaluation evaluation, PrintWriter out) {
    out.printf("%n%s, topic by topic%n", evaluation.name());
    printHead(out);
    evaluation
        .byTopic()
        .forEach(
            (topic, measures) -> {
              out.printf("%-" + NAME_WIDTH + "s", topic);
              measures.values().forEach(value -> out.printf(Locale.ROOT, "%12.4f", value));
              out.printf("  %s%n", shortened(query(topic)));
            });
  }

  private String query(String topic) {
    Topic of = topics.get(topic);
    return of == null ? "" : of.query();
  }

  private static String shortened(String text) {
    return text.length() <= QUERY_WIDTH ? text : text.substring(0, QUERY_WIDTH - 1) + "…";
  }

  String json(List<RankingComparison> comparisons) throws JsonProcessingException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("topics", topics.size());
    fields.put("unjudgedTopics", unjudged);
    fields.put("rankings", evaluations.stream().map(this::ranking).toList());
    fields.put("comparisons", comparisons.stream().map(EvaluationReport::comparison).toList());
    return new ObjectMapper().writeValueAsString(fields);
  }

  private Map<String, Object> ranking(Evaluation evaluation) {
    Map<String, Object> means = new LinkedHashMap<>();
    for (Measure measure : Measure.values()) {
      means.put(measure.label(), rounded(evaluation.mean(measure)));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", evaluation.name());
    fields.put("mean", means);
    fields.put("topics", evaluation.byTopic().entrySet().stream().map(this::topic).toList());
    return fields;
  }

  private Map<String, Object> topic(Map.Entry<String, Map<Measure, Double>> of) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("topic", of.getKey());
    fields.put("query", query(of.getKey()));
    of.getValue().forEach((measure, value) -> fields.put(measure.label(), rounded(value)));
    return fields;
  }

  private static Map<String, Object> comparison(RankingComparison comparison) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("before", comparison.before().name());
    fields.put("after", comparison.after().name());
    for (Measure measure : Measure.values()) {
      Map<String, Object> of = new LinkedHashMap<>();
      of.put("gain", rounded(comparison.gain(measure)));
      of.putAll(fields(comparison.difference(measure)));
      fields.put(measure.label(), of);
    }
    return fields;
  }

  /** A difference in JSON. */
  static Map<String, Object> fields(MeanDifference difference) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("difference", rounded(difference.mean()));
    fields.put("low", rounded(difference.interval().low()));
    fields.put("high", rounded(difference.interval().high()));
    fields.put("p", rounded(difference.pValue()));
    return fields;
  }

  /** Rounded to as many digits as distinguish rankings. */
  static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
  }
}
