package broadsheet.article;

/** A part of an article that its words stand on or in. */
public sealed interface Part permits PrintedPage, Enclosure, Recording {
  /**
   * The name that readers know it by, such as {@code B2} or {@code annex.docx}; never empty,
   * without tabs.
   */
  String label();
}
