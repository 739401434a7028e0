package broadsheet.evaluate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The quality of one ranking, topic by topic. Immutable.
 *
 * @param name the name of the ranking
 * @param byTopic the value of each measure for each judged topic, by its number
 */
public record Evaluation(String name, Map<String, Map<Measure, Double>> byTopic) {

  /**
   * Measures a run.
   *
   * @param topics the numbers of the topics to measure; a topic missing from the run counts as
   *     answered by nothing
   */
  public static Evaluation of(Run run, Set<String> topics, Qrels qrels) {
    Map<String, Map<Measure, Double>> byTopic = new LinkedHashMap<>();
    for (String topic : topics) {
      Map<String, Integer> grades = qrels.of(topic);
      Map<Measure, Double> measures = new EnumMap<>(Measure.class);
      for (Measure measure : Measure.values()) {
        measures.put(measure, measure.of(run.of(topic), grades));
      }
      byTopic.put(topic, Collections.unmodifiableMap(measures));
    }
    return new Evaluation(run.tag(), Collections.unmodifiableMap(byTopic));
  }

  /** The mean over all topics; 0 without any. */
  public double mean(Measure measure) {
    return each(measure).stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /** One measure of one topic; 0 for a topic that was not measured. */
  public double of(String topic, Measure measure) {
    return byTopic.getOrDefault(topic, Map.of()).getOrDefault(measure, 0.0);
  }

  /** One measure of every topic, in their order. */
  List<Double> each(Measure measure) {
    return byTopic.keySet().stream().map(topic -> of(topic, measure)).toList();
  }
}
