package broadsheet.web.page;

/**
 * A link on a stretch of a text.
 *
 * @param start its first character
 * @param end the place after its last character
 * @param href an address of this server
 */
public record TextLink(int start, int end, String href) {

  /**
   * @throws IllegalArgumentException when it holds no character
   */
  public TextLink {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a link: " + start + " to " + end);
    }
  }
}
