package broadsheet.article;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Chooses the display title of an article: its headline or, if it has none, the opening words of
 * its text. Stateless.
 */
public final class Headline {

  /** The name of an article without any text. */
  public static final String NONE = "Untitled";

  /** The name of an article that its agency withdrew, wherever it was kept before. */
  public static final String WITHDRAWN = "Withdrawn article";

  /** The most of a text that stands for a headline, in UTF-16 units. */
  private static final int LONGEST = 90;

  /** A word longer than this is cut. In UTF-16 units. */
  private static final int LONGEST_WORD = 50;

  private Headline() {}

  /**
   * The headline as printed; where there is none, the first words of the text; {@value #NONE} where
   * there is no text either.
   */
  public static String of(Article article) {
    return article.title().isEmpty()
        ? opening(
            Stream.of(article.own().paragraphs(), List.of(article.standfirst()), article.captions())
                .flatMap(Collection::stream))
        : article.title();
  }

  private static String opening(Stream<String> texts) {
    return texts
        .filter(text -> !text.isBlank())
        .map(String::strip)
        .findFirst()
        .map(text -> text.substring(0, end(text)) + (isCut(text) ? " …" : ""))
        .orElse(NONE);
  }

  /** The end of the words at the beginning of a text that stand for its headline. */
  public static int end(String text) {
    int line = line(text);
    return line <= LONGEST ? line : wordEnd(text);
  }

  /** Whether the first line of a text continues after these words. */
  public static boolean isCut(String text) {
    return end(text) < line(text);
  }

  private static int line(String text) {
    int line = text.indexOf('\n');
    return line < 0 ? text.length() : line;
  }

  private static int wordEnd(String text) {
    int blank = text.lastIndexOf(' ', LONGEST);
    if (LONGEST - blank <= LONGEST_WORD) {
      return blank;
    }
    return Character.isLowSurrogate(text.charAt(LONGEST)) ? LONGEST - 1 : LONGEST;
  }
}
