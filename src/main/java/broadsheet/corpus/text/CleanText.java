package broadsheet.corpus.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cleans a source's text: single spaces between words, none around; no control characters, lone
 * surrogates or invisible characters, except the joiners that some scripts need; Unicode normal
 * form C.
 */
public final class CleanText {
  private static final int FIRST_NOT_ALWAYS_NORMAL = 0x300;

  private CleanText() {}

  /** The text as one clean line. */
  public static String line(String raw) {
    return isClean(raw) ? raw : cleaned(raw);
  }

  /** The non-blank lines, cleaned. */
  public static List<String> lines(List<String> raw) {
    List<String> clean = new ArrayList<>(raw.size());
    for (String line : raw) {
      String text = line(line);
      if (!text.isEmpty()) {
        clean.add(text);
      }
    }
    return clean;
  }

  /** Most lines are already clean and need no copy. */
  private static boolean isClean(String raw) {
    boolean wasBlank = true;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == ' ' ? wasBlank : c < ' ' || c > '~') {
        return false;
      }
      wasBlank = c == ' ';
    }
    return raw.isEmpty() || !wasBlank;
  }

  private static String cleaned(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    boolean isBlankDue = false;
    boolean mayNeedNormalizing = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (isBlank(c)) {
        isBlankDue = !text.isEmpty();
        continue;
      }
      boolean isPair = c >= Character.MIN_HIGH_SURROGATE && isPairAt(raw, i);
      if (!isPair && isDropped(c)) {
        continue;
      }
      if (isBlankDue) {
        text.append(' ');
        isBlankDue = false;
      }
      text.append(c);
      if (isPair) {
        text.append(raw.charAt(++i));
      }
      mayNeedNormalizing |= c >= FIRST_NOT_ALWAYS_NORMAL && !isCommonPunctuation(c);
    }
    return mayNeedNormalizing ? Normalizer.normalize(text, Normalizer.Form.NFC) : text.toString();
  }

  public static boolean isBlank(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == '\u0085'
        || (c >= '\u00a0' && Character.isSpaceChar(c));
  }

  private static boolean isPairAt(String raw, int i) {
    return Character.isHighSurrogate(raw.charAt(i))
        && i + 1 < raw.length()
        && Character.isLowSurrogate(raw.charAt(i + 1));
  }

  private static boolean isDropped(char c) {
    return Character.isISOControl(c) || (c >= '\u00ad' && isInvisible(c));
  }

  private static boolean isInvisible(char c) {
    return switch (c) {
      case '\u00ad', '\u200b', '\u2060', '\ufeff' -> true;
      default -> isDirectionOverride(c) || isNoCharacter(c) || Character.isSurrogate(c);
    };
  }

  /** These would also reverse the text that follows on a page. */
  private static boolean isDirectionOverride(char c) {
    return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
  }

  private static boolean isNoCharacter(char c) {
    return (c >= '\ufdd0' && c <= '\ufdef') || c >= '\ufffe' || (c >= '\ufff9' && c <= '\ufffc');
  }

  /** Dashes, quotes and currency signs are always in normal form. */
  private static boolean isCommonPunctuation(char c) {
    return (c >= '\u2010' && c <= '\u2044') || (c >= '\u20a0' && c <= '\u20bf');
  }
}
