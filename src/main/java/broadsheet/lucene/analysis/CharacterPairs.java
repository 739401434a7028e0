package broadsheet.lucene.analysis;

import java.lang.Character.UnicodeScript;

/**
 * Reads what is written in scripts without blanks between words pair by pair: two characters that
 * stand side by side are the shortest thing in them that tells something. Pairs of Japanese endings
 * and particles, which are all in Hiragana, are left out. Stateless.
 */
public final class CharacterPairs {

  private CharacterPairs() {}

  /** What to do with a pair. */
  public interface Visitor {
    /** Is told of two characters as the index knows them. */
    void visit(String first, String second);
  }

  /**
   * Visits the pairs of a text in their order.
   *
   * @param most no more words and characters of the text are read
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
