package broadsheet.article;

/**
 * A chapter of an article that is a long document. Immutable.
 *
 * @param label its heading; never empty, without tabs
 */
public record Chapter(String label) implements Part {

  /**
   * @throws IllegalArgumentException if the label is empty or has a tab
   */
  public Chapter {
    if (label.isEmpty() || label.indexOf('\t') >= 0) {
      throw new IllegalArgumentException("not the heading of a chapter: '" + label + "'");
    }
  }
}
