package broadsheet.lucene.analysis;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Cuts text in scripts without blanks between words, or with endings attached to them (Chinese,
 * Japanese, Korean, Thai, Lao, Khmer, Burmese), into characters with their combining marks, each
 * with a position and its own offsets. A word of any length is then the phrase of its characters.
 * Runs of other scripts between them stay whole.
 */
final class UnspacedScriptsFilter extends TokenFilter {

  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.HANGUL,
          UnicodeScript.YI,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private String rest = "";
  private int restOffset;

  UnspacedScriptsFilter(TokenStream input) {
    super(input);
  }

  /** Whether a character is of such a script. */
  static boolean isUnspaced(int codePoint) {
    if (codePoint < 0x0E00 || (codePoint >= 0x2000 && codePoint < 0x2E80)) {
      return false; // the common case
    }
    boolean isLengthMark = codePoint == 0x30FC || codePoint == 0xFF70;
    return isLengthMark || UNSPACED.contains(UnicodeScript.of(codePoint));
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (true) {
      while (!rest.isEmpty()) {
        increment.setPositionIncrement(1);
        if (take(rest, restOffset)) {
          return true;
        }
      }
      if (!input.incrementToken()) {
        return false;
      }
      if (!hasUnspaced()) {
        return true;
      }
      rest = term.toString();
      restOffset = offset.startOffset();
    }
  }

  private boolean hasUnspaced() {
    char[] word = term.buffer();
    int length = term.length();
    for (int i = 0; i < length; i++) {
      if (word[i] >= 0x0E00 && isUnspaced(Character.codePointAt(word, i, length))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Makes the first piece the token and keeps the rest; false where there are only combining marks.
   */
  private boolean take(String text, int start) {
    int end = pieceEnd(text);
    rest = text.substring(end);
    restOffset = start + end;
    term.setEmpty().append(text, 0, end);
    offset.setOffset(start, start + end);
    return text.substring(0, end).codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /**
   * The end of the first character with its combining marks, or of the first run of another script.
   */
  static int pieceEnd(String text) {
    int first = text.codePointAt(0);
    int end = Character.charCount(first);
    while (end < text.length()) {
      int next = text.codePointAt(end);
      boolean isPart = isUnspaced(first) ? isMark(next) : !isUnspaced(next);
      if (!isPart) {
        break;
      }
      end += Character.charCount(next);
    }
    return end;
  }

  static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT ->
          true;
      default -> codePoint == 0xFF9E || codePoint == 0xFF9F;
    };
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    rest = "";
  }
}
