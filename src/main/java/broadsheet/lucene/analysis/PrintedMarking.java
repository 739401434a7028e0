package broadsheet.lucene.analysis;

/**
 * Which printed words carry {@link Terms#PRINTED_MARK} in the field of all words, where stems stand
 * unmarked: those that a stem could be taken for. A printed word without the mark is its own term.
 */
public enum PrintedMarking {
  /** No word is stemmed, so that a word is as printed anyway. */
  NEVER,
  /**
   * Stems come from folded words, so that only a word that is its own stem could be taken for one.
   */
  OWN_STEMS,
  /** Stems come from words with their accents: one may look like any other word without accents. */
  ALWAYS;

  /**
   * What holds for a language.
   *
   * @param language as {@link StemmedLanguages#of} gives it
   */
  public static PrintedMarking of(String language) {
    if (language.equals(StemmedLanguages.NONE)) {
      return NEVER;
    }
    return StemmedLanguages.isStemOfPrinted(language) ? ALWAYS : OWN_STEMS;
  }

  /**
   * Whether a word carries the mark.
   *
   * @param isOwnStem whether its folded form is its stem
   */
  public boolean marks(boolean isOwnStem) {
    return this == ALWAYS || (this == OWN_STEMS && isOwnStem);
  }
}
