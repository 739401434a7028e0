package broadsheet.evaluate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The topics of a file, a line each: number, tab, query. Immutable.
 *
 * @param byNumber in the order of the file
 */
public record Topics(Map<String, Topic> byNumber) {

  /**
   * The topics of that file; none where there is no file.
   *
   * @throws JudgingException naming the line that cannot be read
   */
  public static Topics read(Path file) {
    return read(new LineFile(file));
  }

  static Topics read(LineFile file) {
    Map<String, Topic> topics = new LinkedHashMap<>();
    file.read(
        line -> {
          Topic topic = Topic.of(line);
          if (topics.putIfAbsent(topic.number(), topic) != null) {
            throw new IllegalArgumentException("topic " + topic.number() + " is there already");
          }
        });
    return new Topics(topics);
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
