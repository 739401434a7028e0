package broadsheet.lucene.suggest;

/**
 * The use of a typed word and a similar one in an archive. Counts are of articles.
 *
 * @param typed the typed word
 * @param word the similar word
 * @param anywhere those with the typed word, in any language
 * @param typedArticles those with the typed word in the similar one's language
 * @param articles those with the similar one in that language
 * @param together those with both: most articles that misspell a name also spell it right
 * @param typedBeside those with the typed word directly beside its neighbours in the query
 * @param beside those with the similar one directly beside them
 * @param all the articles in that language
 */
record SpellingEvidence(
    String typed,
    String word,
    int anywhere,
    int typedArticles,
    int articles,
    int together,
    int typedBeside,
    int beside,
    int all) {

  /** Fewer articles with a name are no evidence. */
  private static final int FEWEST = 5;

  /** A word is in this many times as many articles as its misspelling, alone or in a name. */
  static final int FAR_MORE = 10;

  /** The greatest chance that as many articles have both words by accident. */
  private static final double CHANCE = 0.001;

  /** The least share of the similar word in articles with the typed one, relative to all. */
  private static final int LIFT = 4;

  /** A slip in a long word is so many times rarer than the word. */
  static final int RARER = 60;

  /** A slip in a word of {@link #SHORTER} letters is so many times rarer: others are like it. */
  private static final int FAR_RARER = 300;

  private static final int SHORTER = 5;

  private static final int LONG = 6;

  private static final int FEW = 20;

  /** The share of usual words: in more than one article in so many. */
  private static final int USUAL = 100;

  /** Whether the typed word is probably a misspelling of the similar one. */
  boolean isConvincing() {
    return isName() || isMixedUp() || isUnknown() || isFarRarer();
  }

  /** Whether the similar word is far more often beside the same words, like a part of a name. */
  boolean isName() {
    boolean isSlip = typedArticles <= FEW || EditCost.of(typed, word) <= EditCost.EDIT;
    return !isUsual(typedArticles, all)
        && isSlip
        && beside >= FEWEST
        && beside >= FAR_MORE * typedBeside;
  }

  /** Whether a word that so many of all articles have is written as their writers want. */
  static boolean isUsual(long articles, long all) {
    return articles > FEW && USUAL * articles > all;
  }

  /** Whether the typed word is only found by its stem, and one letter makes it a word. */
  private boolean isUnknown() {
    return anywhere == 0 && articles >= FEWEST && EditCost.of(typed, word) < 2 * EditCost.EDIT;
  }

  /** Whether it is a long word with a letter left out, doubled or swapped. */
  private boolean isFarRarer() {
    return typed.length() >= SHORTER
        && articles >= (typed.length() < LONG ? FAR_RARER : RARER) * anywhere
        && EditCost.of(typed, word) <= EditCost.EDIT;
  }

  /**
   * Whether at least half of the articles with the typed word also have the similar one, far more
   * than others do, which is no accident. Words that differ in their last letter, as {@code smoker}
   * and {@code smoked}, or in two letters are related rather than mixed up.
   */
  private boolean isMixedUp() {
    double share = (double) articles / all;
    return typed.length() >= LONG
        && articles >= FAR_MORE * typedArticles
        && isSlip()
        && 2 * together >= typedArticles
        && together >= LIFT * share * typedArticles
        && Math.pow(share, together) <= CHANCE;
  }

  /** Whether a letter before the last is wrong, missing or too much, or two are swapped. */
  private boolean isSlip() {
    int shorter = Math.min(typed.length(), word.length());
    int start = 0;
    while (start < shorter && typed.charAt(start) == word.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && typed.charAt(typed.length() - 1 - end) == word.charAt(word.length() - 1 - end)) {
      end++;
    }
    String wrong = typed.substring(start, typed.length() - end);
    String right = word.substring(start, word.length() - end);
    boolean isOne = wrong.length() < 2 && right.length() < 2;
    return end > 0
        && (isOne
            || (wrong.length() == 2 && right.contentEquals(new StringBuilder(wrong).reverse())));
  }
}
