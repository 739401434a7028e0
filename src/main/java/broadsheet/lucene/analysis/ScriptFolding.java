package broadsheet.lucene.analysis;

import java.text.Normalizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;

/**
 * Folds words in scripts other than Latin, in any language, so that spellings that readers consider
 * the same become one: Greek without accents and final sigma; {@code ё} as {@code е}; Arabic and
 * Persian without vowel signs and tatweel, with one alef, yeh, kaf and heh; Hebrew without points
 * and cantillation marks; Hindi with one nasal sign, without nuktas and vowel lengths; Ethiopic
 * letters that sound alike, and traditional and simplified Chinese, as one; digits of all scripts
 * as 0 to 9; wide, narrow and presentation forms as the plain ones; no joiners. Keeps buffers; not
 * thread-safe.
 */
final class ScriptFolding {

  /** The first letter beyond Latin and its combining marks. */
  private static final char FIRST = '\u0370';

  private final WordFilter normalizers =
      new WordFilter(
          words ->
              new HindiNormalizationFilter(
                  new IndicNormalizationFilter(
                      new PersianNormalizationFilter(new ArabicNormalizationFilter(words)))));

  /** Whether a character needs more folding than accents on Latin letters. */
  static boolean concerns(char c) {
    return c >= FIRST && c != '\u2019';
  }

  /**
   * Folds a word. The result must not be changed.
   *
   * @param word in lower case, in its first {@code length} places
   */
  char[] of(char[] word, int length) {
    StringBuilder folded = new StringBuilder(length);
    String letters = composed(new String(word, 0, length));
    for (int i = 0; i < letters.length(); i++) {
      append(folded, letters.charAt(i));
    }
    char[] plain = composed(folded).toCharArray();
    return normalizers.of(plain, 0, plain.length);
  }

  private static void append(StringBuilder folded, char c) {
    if (isGreek(c)) {
      folded.append(bareGreek(c));
    } else if (ChineseFolding.concerns(c)) {
      folded.append(ChineseFolding.of(c));
    } else if (EthiopicFolding.concerns(c)) {
      folded.append(EthiopicFolding.of(c));
    } else if (isOtherForm(c)) {
      Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC)
          .chars()
          .filter(letter -> !isHebrewPoint(letter))
          .forEach(letter -> folded.append((char) letter));
    } else if (Character.isDigit(c)) {
      folded.append((char) ('0' + Character.digit(c, 10)));
    } else {
      switch (c) {
        case 'ё', 'ѐ' -> folded.append('е');
        case 'ѝ' -> folded.append('и');
        case '\u200C', '\u200D' -> {
          // joiners affect how letters connect, not which letters they are
        }
        default -> {
          if (!isHebrewPoint(c)) {
            folded.append(c);
          }
        }
      }
    }
  }

  private static boolean isGreek(char c) {
    return (c >= FIRST && c <= '\u03FF') || (c >= '\u1F00' && c <= '\u1FFF');
  }

  private static char bareGreek(char c) {
    char letter = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    return letter == 'ς' ? 'σ' : letter;
  }

  /** Vowel points and cantillation marks, except those that are punctuation. */
  private static boolean isHebrewPoint(int c) {
    return c >= 0x0591 && c <= 0x05C7 && c != 0x05BE && c != 0x05C0 && c != 0x05C3 && c != 0x05C6;
  }

  /** Presentation forms of Hebrew and Arabic letters, half-width katakana and hangul. */
  private static boolean isOtherForm(char c) {
    return (c >= '\uFB1D' && c <= '\uFDFF' && !Character.isSurrogate(c))
        || (c >= '\uFE70' && c <= '\uFEFC')
        || (c >= '\uFF65' && c <= '\uFFDC');
  }

  /**
   * Composes the two characters that a half-width letter and its voicing mark have become, and
   * makes compatibility ideographs the common ones.
   */
  private static String composed(CharSequence text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text.toString()
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
