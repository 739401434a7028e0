package broadsheet.corpus.page;

import broadsheet.corpus.json.LivePost;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times of a live blog's posts, which a page states for machines. Use once; not thread-safe.
 */
final class LiveBlog {
  private static final Pattern TIME =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?)?(Z?).*");

  /** The times that are still to be placed, by the beginnings of their posts. */
  private final Map<String, Deque<String>> times = new HashMap<>();

  LiveBlog(List<LivePost> posts) {
    String day = "";
    for (LivePost post : posts) {
      Matcher time = TIME.matcher(post.time());
      Optional<String> first = post.texts().findFirst();
      if (time.matches() && first.isPresent()) {
        String sameDay = time.group(2) + (time.group(3).isEmpty() ? "" : " UTC");
        times
            .computeIfAbsent(LivePost.startOf(first.get()), start -> new ArrayDeque<>())
            .add(time.group(1).equals(day) ? sameDay : time.group(1) + ' ' + sameDay);
        day = time.group(1);
      }
    }
  }

  /**
   * The paragraphs of the body with the time of each post before its headline or its text: its
   * clock, and the day where that is not the one of the post above.
   */
  List<String> timed(List<String> paragraphs) {
    List<String> timed = new ArrayList<>();
    for (String paragraph : paragraphs) {
      Deque<String> left = times.get(LivePost.startOf(paragraph));
      String time = left == null ? null : left.poll();
      timed.add(time == null ? paragraph : time + " – " + paragraph);
    }
    return timed;
  }
}
