package broadsheet.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Topics with judgements. Immutable.
 *
 * @param name the name of the whole set
 * @param topics by number, in order; each has at least one judgement
 * @param qrels the judgements, which may include other topics
 */
public record JudgedTopics(String name, Map<String, Topic> topics, Qrels qrels) {

  public JudgedTopics {
    topics = Collections.unmodifiableMap(new LinkedHashMap<>(topics));
  }

  /** The topics that have judgements; may be none. */
  public static JudgedTopics of(String name, Topics topics, Qrels qrels) {
    Map<String, Topic> judged = new LinkedHashMap<>(topics.byNumber());
    judged.keySet().removeIf(topic -> qrels.of(topic).isEmpty());
    return new JudgedTopics(name, judged, qrels);
  }

  /** The topics in a part; may be none. */
  public JudgedTopics in(TopicPart part) {
    Map<String, Topic> in = new LinkedHashMap<>(topics);
    in.keySet().removeIf(number -> !part.has(number));
    return new JudgedTopics(name, in, qrels);
  }

  /** Measures a run on these topics. */
  public Evaluation evaluate(Run run) {
    return Evaluation.of(run, topics.keySet(), qrels);
  }
}
