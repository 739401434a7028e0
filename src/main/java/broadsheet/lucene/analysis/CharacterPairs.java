package broadsheet.lucene.analysis;

import java.lang.Character.UnicodeScript;

/**
 * Reads text in scripts without blanks between words as pairs of adjacent characters, the shortest
 * units there that carry meaning. Pairs of Hiragana alone are left out: in Japanese they are mostly
 * endings and particles. Stateless.
 */
public final class CharacterPairs {

  private CharacterPairs() {}

  /** Receives the pairs. */
  public interface Visitor {
    /** Receives two characters in the form in which they are indexed. */
    void visit(String first, String second);
  }

  /**
   * Visits the pairs of a text in their order.
   *
   * @param most the most words and characters of the text to read
   */
  public static void read(String text, int most, Visitor visitor) {
    if (text.codePoints().noneMatch(UnspacedScriptsFilter::isUnspaced)) {
      return;
    }
    PrintedWord before = new PrintedWord("", -1, -1);
    for (PrintedWord word : PrintedWord.in(text, most)) {
      if (before.end() == word.start() && isTelling(before.folded(), word.folded())) {
        visitor.visit(before.folded(), word.folded());
      }
      before = word;
    }
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
