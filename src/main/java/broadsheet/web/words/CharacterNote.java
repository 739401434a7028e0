package broadsheet.web.words;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Says that characters are counted in scripts without blanks between words. Stateless. */
final class CharacterNote {
  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private static final String NOTE =
      "In this script each character counts as a word: rates are per million characters.";

  private CharacterNote() {}

  /** The note on a query; empty where it is of other scripts. */
  static String of(String query) {
    return query.codePoints().mapToObj(UnicodeScript::of).anyMatch(UNSPACED::contains) ? NOTE : "";
  }
}
