package broadsheet.article;

/** The evidence for an article's language. */
public enum LanguageBasis {
  /** It is unknown. */
  UNKNOWN,
  /** The source states it. */
  STATED,
  /** It was detected in the text. */
  DETECTED,
  /**
   * Assumed to be that of most articles of its source or of the archive, because the text is too
   * short to show it.
   */
  ASSUMED;

  /** Whether the article itself states or shows it, rather than its neighbours. */
  public boolean isOwn() {
    return this == STATED || this == DETECTED;
  }
}
