package broadsheet.corpus.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the topics a page or feed states, without the internal marks of its publishing system. */
public final class StatedTopics {
  private static final int LONGEST = 80;

  /** Internal marks such as {@code channel:news}, {@code @lead} and addresses. */
  private static final Pattern MARK = Pattern.compile("[@/#_].*|.*(?:\\S[:=_]\\S|://).*");

  private StatedTopics() {}

  /**
   * The topics in a statement, each once whatever its spelling: each of several strings is one
   * topic, a single string is a list.
   */
  public static List<String> of(List<String> stated) {
    Stream<String> topics =
        stated.size() == 1
            ? Names.wordsBetweenCommas(stated.getFirst()).stream()
            : stated.stream().map(CleanText::line);
    Set<String> known = new HashSet<>();
    return topics
        .filter(t -> !t.isEmpty() && t.length() <= LONGEST && !MARK.matcher(t).matches())
        .filter(t -> known.add(PageTitle.folded(t)))
        .toList();
  }
}
