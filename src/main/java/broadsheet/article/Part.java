package broadsheet.article;

/** A page, a chapter, an attached file or a recording that holds words of an article. */
public sealed interface Part permits PrintedPage, Chapter, Enclosure, Recording {
  /**
   * The name that readers know it by, such as {@code B2} or {@code annex.docx}; never empty,
   * without tabs.
   */
  String label();
}
