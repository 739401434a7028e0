package broadsheet.corpus;

/**
 * A block of a page's text, such as a paragraph, a heading or a list item. Immutable.
 *
 * @param text one clean line, never empty
 * @param element what it stands in, in small letters: {@code li} inside a list item, else the
 *     innermost block element, such as {@code p}, {@code h2} or {@code div}
 * @param linkLength how many of its characters are links
 * @param ownLinkLength how many of its characters are links to the page's own site
 */
record Block(String text, String element, int linkLength, int ownLinkLength) {
  private static final double NEARLY_ALL = 0.85;
  private static final int SHORTEST_SENTENCE = 30;
  private static final int SURELY_PROSE = 140;

  /** Whether it is one of {@code h1} to {@code h6}. */
  boolean isHeading() {
    return element.length() == 2
        && element.charAt(0) == 'h'
        && Character.isDigit(element.charAt(1));
  }

  /** Whether nearly all of it is links. */
  boolean isLink() {
    return linkLength >= text.length() * NEARLY_ALL;
  }

  /** Whether nearly all of it is links to other pages of the site. */
  boolean isOwnLink() {
    return ownLinkLength >= text.length() * NEARLY_ALL;
  }

  /** Whether it reads as running text: long, or ended as a sentence is. */
  boolean isProse() {
    return !isLink()
        && (text.length() > SURELY_PROSE
            || (text.length() > SHORTEST_SENTENCE && Paragraphs.endsSentence(text)));
  }
}
