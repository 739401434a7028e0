package broadsheet.lucene.analysis;

import java.lang.Character.UnicodeScript;

/**
 * Reads text in scripts without blanks between words as character bigrams, the shortest units there
 * that carry meaning. Pairs of Hiragana alone are left out: in Japanese they are mostly endings and
 * particles. Stateless.
 */
public final class CharacterPairs {

  private CharacterPairs() {}

  /** Receives the pairs. */
  public interface Visitor {
    /**
     * Receives two characters in the form in which they are indexed.
     *
     * @param start the offset in the text at which the first begins
     * @param end the offset at which the second ends, exclusive
     */
    void visit(String first, String second, int start, int end);
  }

  /**
   * Visits the pairs of a text in their order.
   *
   * @param most the most words and characters of the text to read
   */
  public static void read(String text, int most, Visitor visitor) {
    if (!isPossibleIn(text)) {
      return;
    }
    SurfaceWord before = new SurfaceWord("", -1, -1);
    for (SurfaceWord word : SurfaceWord.in(text, most)) {
      if (before.end() == word.start() && isTelling(before.folded(), word.folded())) {
        visitor.visit(before.folded(), word.folded(), before.start(), word.end());
      }
      before = word;
    }
  }

  /** Whether a text has any character of such a script. */
  public static boolean isPossibleIn(String text) {
    return text.codePoints().anyMatch(UnspacedScriptsFilter::isUnspaced);
  }

  /** Whether a text is several characters of such scripts with nothing between them. */
  public static boolean isRow(String text) {
    int first = text.codePointAt(0);
    return UnspacedScriptsFilter.pieceEnd(text) < text.length()
        && UnspacedScriptsFilter.isUnspaced(first)
        && text.codePoints()
            .allMatch(
                each ->
                    UnspacedScriptsFilter.isUnspaced(each) || UnspacedScriptsFilter.isMark(each));
  }

  private static boolean isTelling(String first, String second) {
    int one = first.codePointAt(0);
    int other = second.codePointAt(0);
    boolean isEnding =
        UnicodeScript.of(one) == UnicodeScript.HIRAGANA
            && UnicodeScript.of(other) == UnicodeScript.HIRAGANA;
    return UnspacedScriptsFilter.isUnspaced(one)
        && UnspacedScriptsFilter.isUnspaced(other)
        && !isEnding;
  }
}
