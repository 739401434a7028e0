package broadsheet.lucene.analysis;

/**
 * Decides which printed words carry {@link TermForm#PRINTED_MARK} in the field of all words, where
 * stems are unmarked: those that could be mistaken for a stem. A printed word without the mark is
 * its own term.
 */
public enum SurfaceMarking {
  /** No word is stemmed, so every word is as printed. */
  NEVER,
  /**
   * Stems are made from folded words, so that only a word that equals its own stem could be
   * mistaken for one.
   */
  OWN_STEMS,
  /**
   * Stems are made from words with their accents: a stem may equal any other word without accents.
   */
  ALWAYS;

  /**
   * The rule for a language.
   *
   * @param language the language as {@link StemmedLanguages#of} gives it
   */
  public static SurfaceMarking of(String language) {
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
