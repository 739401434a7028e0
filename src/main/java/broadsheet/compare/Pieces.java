package broadsheet.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as the tokens of a diff: words, single punctuation marks, and paragraph breaks. Blanks are
 * not pieces.
 *
 * @param all in the order of the text
 */
record Pieces(String text, List<Piece> all) {

  private static final char BORDER = '\n';

  /** A range of the text, {@code end} exclusive. */
  record Piece(int start, int end, Kind kind) {}

  enum Kind {
    WORD,
    SIGN,
    BORDER
  }

  /** Joins paragraphs and cuts them into pieces. */
  static Pieces of(List<String> paragraphs) {
    String text = String.join(String.valueOf(BORDER), paragraphs);
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int code = text.codePointAt(at);
      int end = isWord(code) ? wordEnd(text, at) : at + Character.charCount(code);
      if (code == BORDER) {
        pieces.add(new Piece(at, end, Kind.BORDER));
      } else if (!Character.isWhitespace(code) && !Character.isSpaceChar(code)) {
        pieces.add(new Piece(at, end, isWord(code) ? Kind.WORD : Kind.SIGN));
      }
      at = end;
    }
    return new Pieces(text, pieces);
  }

  /** The number of words in a text. */
  static int words(List<String> paragraphs) {
    return (int) of(paragraphs).all.stream().filter(piece -> piece.kind == Kind.WORD).count();
  }

  String text(Piece piece) {
    return text.substring(piece.start, piece.end);
  }

  /**
   * The end of a word. An ideograph is a word by itself; an apostrophe between letters is part of
   * one.
   */
  private static int wordEnd(String text, int start) {
    int code = text.codePointAt(start);
    int at = start + Character.charCount(code);
    boolean isWhole = isWhole(code);
    while (at < text.length()) {
      int next = text.codePointAt(at);
      boolean isPart = isWhole ? isMark(next) : isInner(text, at, next);
      if (!isPart) {
        break;
      }
      at += Character.charCount(next);
    }
    return at;
  }

  private static boolean isInner(String text, int at, int code) {
    if (isWord(code)) {
      return !isWhole(code);
    }
    boolean isApostrophe = code == '\'' || code == '\u2019';
    return isMark(code)
        || (isApostrophe
            && at + 1 < text.length()
            && isWord(text.codePointAt(at + 1))
            && !isWhole(text.codePointAt(at + 1)));
  }

  private static boolean isWord(int code) {
    return Character.isLetterOrDigit(code);
  }

  private static boolean isMark(int code) {
    int type = Character.getType(code);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.FORMAT;
  }

  /** Whether a single character may be a whole word in its script. */
  private static boolean isWhole(int code) {
    return code >= 0x2E80
        && switch (Character.UnicodeScript.of(code)) {
          case HAN, HIRAGANA, KATAKANA -> true;
          default -> false;
        };
  }
}
