package broadsheet.corpus.page;

import broadsheet.corpus.text.Paragraphs;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A block of a page's text, such as a paragraph, a heading or a list item. Immutable.
 *
 * @param text one clean line, never empty
 * @param element the name of the element it is in, in lower case: {@code li} inside a list item,
 *     {@code h2} or the like inside a heading, otherwise the innermost block element, such as
 *     {@code p} or {@code div}
 * @param place tags and classes of the enclosing elements, innermost first, which identify blocks
 *     with the same styling
 * @param linkLength the number of its characters that are in links
 * @param ownLinkLength the number of its characters that are in links to the page's own site
 */
record Block(String text, String element, String place, int linkLength, int ownLinkLength) {
  private static final double NEARLY_ALL = 0.85;
  private static final int SHORTEST_SENTENCE = 30;
  private static final int SURELY_PROSE = 140;

  private static final Set<String> PLAIN =
      Set.of("div", "p", "section", "article", "header", "footer", "figure", "aside");

  /** Quotes, and headings within the text that only their class identifies. */
  private static final Pattern SET_APART =
      Pattern.compile("blockquote\\.|^\\S+?(?i:(?:sub|cross|inter)[_-]?(?:head|title))");

  /** Whether it is one of {@code h1} to {@code h6}. */
  boolean isHeading() {
    return element.length() == 2
        && element.charAt(0) == 'h'
        && Character.isDigit(element.charAt(1));
  }

  /** Whether it is not a heading, list item, table row or quote. */
  boolean isPlain() {
    return PLAIN.contains(element) && !SET_APART.matcher(place).find();
  }

  /** Whether nearly all of it is links. */
  boolean isLink() {
    return linkLength >= text.length() * NEARLY_ALL;
  }

  /** Whether nearly all of it is links to other pages of the site. */
  boolean isOwnLink() {
    return ownLinkLength >= text.length() * NEARLY_ALL;
  }

  /** Whether it reads as running text: it is long, or ends like a sentence. */
  boolean isProse() {
    return !isLink()
        && (text.length() > SURELY_PROSE
            || (text.length() > SHORTEST_SENTENCE && Paragraphs.endsSentence(text)));
  }
}
