package broadsheet.corpus.page;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** The names a page gives to an element: the words of its class and id. */
final class BoxNames {
  private BoxNames() {}

  /**
   * The words in lower case, with a hyphen before and after each: {@code storyBody main} gives
   * {@code -story-body-main-}. A lone hyphen if it has no names.
   */
  static String of(Element element) {
    String names = element.attr("class") + ' ' + element.id();
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
