package broadsheet.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses topics as TREC publishes them: blocks between {@code <top>} and {@code </top>} whose
 * fields begin with a tag and may end with one. A topic's query is its title or, where it has none,
 * its description; the narrative is for judges and is left out. Not thread-safe.
 */
final class TrecTopics {

  private static final Pattern TAG = Pattern.compile("<\\s*(/?)\\s*(\\w+)[^>]*>");

  /** A prompt for human readers before the text of some fields. */
  private static final Pattern PROMPT =
      Pattern.compile("^\\s*(?:Number|Topic|Description|Narrative)\\s*:\\s*");

  private static final String OUTSIDE = "";

  private final List<Topic> topics = new ArrayList<>();
  private final Map<String, StringBuilder> fields = new HashMap<>();
  private String field = OUTSIDE;

  /** Whether a file that begins with this line has TREC's format. */
  static boolean begin(String line) {
    return line.strip().toLowerCase(Locale.ROOT).startsWith("<top");
  }

  /**
   * Takes the next line.
   *
   * @throws IllegalArgumentException when it ends a topic that has no number or no query
   */
  void take(String line) {
    Matcher tag = TAG.matcher(line);
    int from = 0;
    while (tag.find()) {
      text(line.substring(from, tag.start()));
      turn(tag.group(2).toLowerCase(Locale.ROOT), !tag.group(1).isEmpty());
      from = tag.end();
    }
    text(line.substring(from));
  }

  private void text(String text) {
    if (!field.equals(OUTSIDE)) {
      fields.computeIfAbsent(field, _ -> new StringBuilder()).append(text).append(' ');
    }
  }

  private void turn(String tag, boolean isEnd) {
    field = isEnd || tag.equals("top") ? OUTSIDE : tag;
    if (tag.equals("top")) {
      if (isEnd) {
        topics.add(new Topic(field("num"), query()));
      }
      fields.clear();
    }
  }

  private String query() {
    String title = field("title");
    return title.isEmpty() ? field("desc") : title;
  }

  private String field(String name) {
    String text = fields.getOrDefault(name, new StringBuilder()).toString();
    return PROMPT.matcher(text).replaceFirst("").strip().replaceAll("\\s+", " ");
  }

  /**
   * All topics.
   *
   * @throws IllegalArgumentException when the last one has no end
   */
  List<Topic> topics() {
    if (!fields.isEmpty()) {
      throw new IllegalArgumentException("the last topic has no </top>");
    }
    return topics;
  }
}
