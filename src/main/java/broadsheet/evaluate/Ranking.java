package broadsheet.evaluate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A ranking under evaluation: answers a query with articles, the best first. */
public interface Ranking {

  /** The usual depth of a run: later hits add next to nothing to any measure. */
  int DEPTH = 1_000;

  /**
   * The ids of the best hits, the best first.
   *
   * @param query the query as a topic has it
   * @param depth the most hits to return
   */
  List<String> rank(String query, int depth);

  /**
   * Runs the ranking over topics.
   *
   * @param tag names the ranking
   */
  default Run run(String tag, Collection<Topic> topics) {
    Map<String, List<String>> rankings = new LinkedHashMap<>();
    topics.forEach(topic -> rankings.put(topic.number(), rank(topic.query(), DEPTH)));
    return new Run(tag, rankings);
  }
}
