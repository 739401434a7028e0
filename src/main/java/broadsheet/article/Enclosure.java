package broadsheet.article;

/**
 * A file without pages that belongs to an article, such as a text attached to a message. Immutable.
 *
 * @param label its file name; never empty, without tabs
 */
public record Enclosure(String label) implements Part {

  /**
   * @throws IllegalArgumentException if the label is empty or has a tab
   */
  public Enclosure {
    if (label.isEmpty() || label.indexOf('\t') >= 0) {
      throw new IllegalArgumentException("not the name of a file: '" + label + "'");
    }
  }
}
