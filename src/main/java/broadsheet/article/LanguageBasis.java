package broadsheet.article;

/** How an article's language is known. */
public enum LanguageBasis {
  /** It is not. */
  UNKNOWN,
  /** Its source states it. */
  STATED,
  /** The text shows it. */
  DETECTED,
  /**
   * Most articles of its source, or of the archive, are in it; the text is too short to show it.
   */
  ASSUMED;

  /** Whether the article itself says so, and not its neighbours. */
  public boolean isOwn() {
    return this == STATED || this == DETECTED;
  }
}
