package broadsheet.corpus.xml;

/** How the tags of a file are to be told from its text. */
public enum MarkupSyntax {
  /**
   * Tags may hold quoted values; comments, CDATA sections and processing instructions hide tags.
   */
  XML,
  /** A tag is its name in angle brackets; everything else is text, whatever it looks like. */
  SGML
}
