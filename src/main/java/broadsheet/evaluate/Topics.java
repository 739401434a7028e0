package broadsheet.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The topics of a file: lines of number, tab, query, or TREC's own format. Immutable.
 *
 * @param byNumber in the order of the file
 */
public record Topics(Map<String, Topic> byNumber) {

  /**
   * Reads a topics file.
   *
   * @throws JudgingException when there is no file, or naming the line that cannot be read
   */
  public static Topics read(Path file) {
    LineFile lines = LineFile.existing(file);
    return isTrec(lines) ? trec(lines, file) : read(lines);
  }

  private static boolean isTrec(LineFile file) {
    List<Boolean> isTrec = new ArrayList<>();
    file.read(line -> isTrec.add(TrecTopics.begin(line)));
    return !isTrec.isEmpty() && isTrec.getFirst();
  }

  private static Topics trec(LineFile lines, Path file) {
    TrecTopics trec = new TrecTopics();
    lines.read(trec::take);
    Map<String, Topic> topics = new LinkedHashMap<>();
    try {
      trec.topics().forEach(topic -> put(topics, topic));
    } catch (IllegalArgumentException e) {
      throw new JudgingException(file + " cannot be read: " + e.getMessage() + ".", e);
    }
    return new Topics(topics);
  }

  /** Reads topics of one line each; none if there is no file. */
  static Topics read(LineFile file) {
    Map<String, Topic> topics = new LinkedHashMap<>();
    file.read(line -> put(topics, Topic.of(line)));
    return new Topics(topics);
  }

  private static void put(Map<String, Topic> topics, Topic topic) {
    if (topics.putIfAbsent(topic.number(), topic) != null) {
      throw new IllegalArgumentException("topic " + topic.number() + " is there already");
    }
  }

  Topics with(Topic topic) {
    Map<String, Topic> more = new LinkedHashMap<>(byNumber);
    more.put(topic.number(), topic);
    return new Topics(more);
  }

  Stream<String> lines() {
    return byNumber.values().stream().map(Topic::line);
  }
}
