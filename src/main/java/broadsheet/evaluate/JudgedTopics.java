package broadsheet.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Topics with judgements of them. Immutable.
 *
 * @param name what they are called together
 * @param topics by number, in order; of each at least one judgement is known
 * @param qrels the judgements, which may be of other topics as well
 */
public record JudgedTopics(String name, Map<String, Topic> topics, Qrels qrels) {

  public JudgedTopics {
    topics = Collections.unmodifiableMap(new LinkedHashMap<>(topics));
  }

  /** Those of the topics of which something is judged; may be none. */
  public static JudgedTopics of(String name, Topics topics, Qrels qrels) {
    Map<String, Topic> judged = new LinkedHashMap<>(topics.byNumber());
    judged.keySet().removeIf(topic -> qrels.of(topic).isEmpty());
    return new JudgedTopics(name, judged, qrels);
  }

  /** Those in that part; may be none. */
  public JudgedTopics in(TopicPart part) {
    Map<String, Topic> in = new LinkedHashMap<>(topics);
    in.keySet().removeIf(number -> !part.has(number));
    return new JudgedTopics(name, in, qrels);
  }

  /** How good a run is on these topics. */
  public Evaluation evaluate(Run run) {
    return Evaluation.of(run, topics.keySet(), qrels);
  }
}
