package broadsheet.verify;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text as the words that are compared. Quotation marks, dashes, case, blanks, accents, ligatures
 * and line ends are none of them; {@code 1,000} is {@code 1000}, and {@code U.S.} is {@code us}.
 * Immutable.
 *
 * @param text the text as it is written
 * @param all in its order
 */
record ComparedWords(String text, List<ComparedWord> all) {

  ComparedWords {
    all = List.copyOf(all);
  }

  static ComparedWords of(String text) {
    List<ComparedWord> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int code = text.codePointAt(at);
      int end = isLetter(code) ? wordEnd(text, at) : at + Character.charCount(code);
      if (isLetter(code) || isSign(code)) {
        String word = folded(text.substring(at, end));
        if (!word.isEmpty()) {
          tokens.add(new ComparedWord(word, at, end));
        }
      }
      at = end;
    }
    return new ComparedWords(text, tokens);
  }

  int size() {
    return all.size();
  }

  String word(int at) {
    return all.get(at).word();
  }

  /** The text as it is written from one word to before another. */
  String written(int from, int to) {
    return from >= to ? "" : text.substring(all.get(from).start(), all.get(to - 1).end());
  }

  /** The characters before a word, after the word before it; after the last word, the rest. */
  String gap(int at) {
    int from = at == 0 ? 0 : all.get(at - 1).end();
    int to = at == size() ? text.length() : all.get(at).start();
    return text.substring(from, to);
  }

  boolean isCapital(int at) {
    return Character.isUpperCase(text.codePointAt(all.get(at).start()));
  }

  private static int wordEnd(String text, int start) {
    int code = text.codePointAt(start);
    int at = start + Character.charCount(code);
    boolean isWhole = isWhole(code);
    while (at < text.length()) {
      int next = text.codePointAt(at);
      boolean isPart = isMark(next) || (!isWhole && isInner(text, at, next));
      if (!isPart) {
        break;
      }
      at += Character.charCount(next);
    }
    return at;
  }

  /** Whether a character goes on the word before it: a letter, or a mark between two of them. */
  private static boolean isInner(String text, int at, int code) {
    if (isLetter(code)) {
      return !isWhole(code);
    }
    if (at + 1 >= text.length() || !isLetter(text.codePointAt(at + 1))) {
      return false;
    }
    int before = text.codePointBefore(at);
    int after = text.codePointAt(at + 1);
    return switch (code) {
      case '\'', '\u2019', '\u02bc', '\uff07' ->
          (Character.isLetter(before) && !isWhole(after)) || Character.isDigit(before);
      case '.', ',' ->
          (Character.isDigit(before) && Character.isDigit(after))
              || (code == '.' && isInitial(text, at) && isInitial(text, at + 2));
      case '\u00ad' -> true;
      default -> false;
    };
  }

  /** Whether the character before a place is a single letter: of {@code U.S.}, not of a word. */
  private static boolean isInitial(String text, int at) {
    boolean isLetter = at >= 1 && Character.isLetter(text.charAt(at - 1));
    return isLetter
        && (at < 2 || !Character.isLetterOrDigit(text.charAt(at - 2)))
        && (at >= text.length() || !Character.isLetterOrDigit(text.charAt(at)));
  }

  private static boolean isLetter(int code) {
    return Character.isLetterOrDigit(code);
  }

  private static boolean isSign(int code) {
    return code == '%' || Character.getType(code) == Character.CURRENCY_SYMBOL;
  }

  private static boolean isMark(int code) {
    int type = Character.getType(code);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.FORMAT;
  }

  /** Whether a character is compared alone, since its script has no blanks between words. */
  static boolean isWhole(int code) {
    return code >= 0x0E00
        && switch (Character.UnicodeScript.of(code)) {
          case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
          default -> false;
        };
  }

  private static String folded(String written) {
    if (isPlain(written)) {
      return written.toLowerCase(Locale.ROOT);
    }
    boolean isNumber = Character.isDigit(written.codePointAt(0));
    String parts = Normalizer.normalize(written, Normalizer.Form.NFKD);
    StringBuilder word = new StringBuilder();
    parts
        .codePoints()
        .filter(code -> isKept(code, isNumber))
        .map(ComparedWords::withoutStroke)
        .map(Character::toLowerCase)
        .forEach(word::appendCodePoint);
    return Normalizer.normalize(word, Normalizer.Form.NFC);
  }

  private static boolean isPlain(String written) {
    return written.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
  }

  private static boolean isKept(int code, boolean isNumber) {
    int type = Character.getType(code);
    boolean isAccent =
        type == Character.NON_SPACING_MARK
            && switch (Character.UnicodeScript.of(code)) {
              case INHERITED, ARABIC, HEBREW, LATIN, GREEK, CYRILLIC -> true;
              default -> false;
            };
    boolean isPoint = isNumber && code == '.';
    return !isAccent
        && code != '\u0640'
        && (isPoint || isLetter(code) || isSign(code) || (type != Character.FORMAT && isMark(code)));
  }

  private static int withoutStroke(int code) {
    return switch (code) {
      case 'ø', 'Ø' -> 'o';
      case 'ł', 'Ł' -> 'l';
      case 'đ', 'Đ' -> 'd';
      default -> code;
    };
  }
}
