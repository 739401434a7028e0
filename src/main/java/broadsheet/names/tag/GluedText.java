package broadsheet.names.tag;

import broadsheet.names.word.Trait;
import broadsheet.names.word.WordShape;

/** Finds where a page's elements run into each other: {@code Donald TrumpGOP}. */
record GluedText(TaggedWords sentence) {

  private static final int SHORTEST_GLUED = 4;

  /** Whether a page's elements run into each other in it: {@code Donald TrumpGOP}. */
  boolean isIn(int from, int to) {
    for (int i = from; i < to; i++) {
      if (sentence.at(i).is(Trait.ORGANISATION) || sentence.at(i).is(Trait.CORPORATE)) {
        return false;
      }
    }
    for (int i = from; i < to; i++) {
      if (sentence.at(i).shape() == WordShape.MIXED && isGlued(sentence.at(i).text())) {
        return true;
      }
      for (int other = from; other < i; other++) {
        if (sentence.at(i).isCapital()
            && sentence.at(i).text().length() > 2
            && sentence.at(i).is(sentence.at(other).text())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a capital follows four small letters, and three letters or capitals follow it. */
  private static boolean isGlued(String text) {
    for (int i = SHORTEST_GLUED; i < text.length() - 2; i++) {
      if (Character.isUpperCase(text.charAt(i))
          && Character.isLowerCase(text.charAt(i - 1))
          && Character.isLowerCase(text.charAt(i - 2))
          && Character.isLowerCase(text.charAt(i - SHORTEST_GLUED + 1))) {
        return true;
      }
    }
    return false;
  }
}
