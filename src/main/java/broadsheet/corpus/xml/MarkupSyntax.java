package broadsheet.corpus.xml;

/** The rules that distinguish tags from text. */
public enum MarkupSyntax {
  /**
   * Tags may contain quoted values; comments, CDATA sections and processing instructions hide tags.
   */
  XML,
  /** A tag is its name in angle brackets; everything else is text. */
  SGML
}
