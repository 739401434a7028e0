package broadsheet.corpus.office;

import broadsheet.corpus.text.CleanText;

/**
 * A paragraph of an office file. Immutable.
 *
 * @param text its words; may contain line breaks and, in a table row, tabs between cells
 */
record OfficeBlock(Role role, String text) {

  /** Separates the cells of a table row. */
  static final String BETWEEN_CELLS = "\t";

  /** The role of a paragraph, according to its style. */
  enum Role {
    TITLE,
    SUBTITLE,
    HEADING,
    TEXT
  }

  boolean isBlank() {
    return CleanText.line(text).isEmpty();
  }

  String line() {
    return CleanText.line(text);
  }
}
