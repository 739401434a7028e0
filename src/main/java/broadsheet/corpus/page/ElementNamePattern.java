package broadsheet.corpus.page;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * A cached regular expression over the names that a page gives to an element: the words of its
 * class and id. The names of a site return on all its pages, so the answers for the last few
 * thousand are kept. Thread-safe.
 */
final class ElementNamePattern {
  private static final int MOST_KEPT = 8192;
  private static final int LONGEST_KEPT = 200;

  private final Pattern pattern;
  private final Map<String, Boolean> kept = new ConcurrentHashMap<>();

  private ElementNamePattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * @param regex matches words in lower case, with a hyphen before and after each: {@code storyBody
   *     main} is {@code -story-body-main-}, and no name a lone hyphen
   */
  static ElementNamePattern of(String regex) {
    return new ElementNamePattern(Pattern.compile(regex));
  }

  /** Whether the names of an element contain a match. */
  boolean isIn(Element element) {
    String names = element.attr("class") + ' ' + element.id();
    Boolean known = kept.get(names);
    return known == null ? found(names) : known;
  }

  private boolean found(String names) {
    boolean isFound = pattern.matcher(words(names)).find();
    if (names.length() <= LONGEST_KEPT) {
      if (kept.size() >= MOST_KEPT) {
        kept.clear();
      }
      kept.put(names, isFound);
    }
    return isFound;
  }

  private static String words(String names) {
    StringBuilder words = new StringBuilder(names.length() + 8).append('-');
    for (int i = 0; i < names.length(); i++) {
      char c = names.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean isHump = i > 0 && c <= 'Z' && Character.isLowerCase(names.charAt(i - 1));
      if ((!isLetter || isHump) && words.charAt(words.length() - 1) != '-') {
        words.append('-');
      }
      if (isLetter) {
        words.append(c);
      }
    }
    if (words.charAt(words.length() - 1) != '-') {
      words.append('-');
    }
    return words.toString().toLowerCase(Locale.ROOT);
  }
}
