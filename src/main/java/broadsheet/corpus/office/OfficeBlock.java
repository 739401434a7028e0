package broadsheet.corpus.office;

import broadsheet.corpus.text.CleanText;

/**
 * A paragraph of an office file. Immutable.
 *
 * @param text its words; may contain line breaks and, in a table row, tabs between cells
 * @param level the level of a heading, from 1; otherwise {@link #NO_HEADING}
 */
record OfficeBlock(Role role, String text, int level) {
  /** The level of what is no heading. */
  static final int NO_HEADING = 0;

  /** Separates the cells of a table row. */
  static final String BETWEEN_CELLS = "\t";

  /** A paragraph that begins no chapter. */
  OfficeBlock(Role role, String text) {
    this(role, text, NO_HEADING);
  }

  /** The role of a paragraph, according to its style. */
  enum Role {
    TITLE,
    SUBTITLE,
    HEADING,
    /** A paragraph of a slide, however short; no other continues it. */
    ITEM,
    TEXT
  }

  boolean isBlank() {
    return CleanText.line(text).isEmpty();
  }

  String line() {
    return CleanText.line(text);
  }
}
