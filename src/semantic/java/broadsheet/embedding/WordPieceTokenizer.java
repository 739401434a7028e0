package broadsheet.embedding;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * The WordPiece tokenizer of BERT models: cuts text as in their training data, for most of them in
 * lower case and without accents, with each punctuation mark and Chinese character alone, and each
 * word split greedily into the longest known pieces from its start. Immutable. Source: Devlin et
 * al., "BERT", NAACL 2019; Wu et al., "Google's neural machine translation system", 2016.
 */
final class WordPieceTokenizer {

  /** A longer word, usually a link or part of a table, becomes an unknown piece. */
  private static final int LONGEST_WORD = 100;

  private final PieceVocabulary pieces;
  private final int unknown;
  private final int start;
  private final int end;

  WordPieceTokenizer(PieceVocabulary pieces) {
    this.pieces = pieces;
    unknown = number("[UNK]");
    start = number("[CLS]");
    end = number("[SEP]");
  }

  private int number(String piece) {
    return Objects.requireNonNull(pieces.numbers().get(piece), () -> "no piece " + piece);
  }

  /**
   * The numbers of a text's pieces between the start and end markers; the rest of a longer text is
   * cut.
   *
   * @param most the most numbers, markers included
   */
  long[] of(String text, int most) {
    Numbers taken = new Numbers(most - 1);
    taken.add(start);
    String plain = plain(text);
    int at = 0;
    while (at < plain.length() && !taken.isFull()) {
      int character = plain.codePointAt(at);
      int next = at + Character.charCount(character);
      if (isAlone(character)) {
        addWord(plain.substring(at, next), taken);
      } else if (!Character.isWhitespace(character)) {
        next = wordEnd(plain, at);
        addWord(plain.substring(at, next), taken);
      }
      at = next;
    }
    return taken.closed(end);
  }

  private static int wordEnd(String text, int start) {
    int at = start;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      if (Character.isWhitespace(character) || isAlone(character)) {
        break;
      }
      at += Character.charCount(character);
    }
    return at;
  }

  private void addWord(String word, Numbers taken) {
    int mark = taken.size;
    int at = 0;
    while (at < word.length()) {
      int end = longestPiece(word, at);
      if (end < 0 || word.length() > LONGEST_WORD) {
        taken.size = mark;
        taken.add(unknown);
        return;
      }
      taken.add(number(piece(word, at, end)));
      at = end;
    }
  }

  /** The end of the longest piece that begins at a position; -1 when there is none. */
  private int longestPiece(String word, int start) {
    for (int end = word.length(); end > start; end--) {
      if (pieces.numbers().containsKey(piece(word, start, end))) {
        return end;
      }
    }
    return -1;
  }

  private static String piece(String word, int start, int end) {
    return start == 0 ? word.substring(0, end) : "##" + word.substring(start, end);
  }

  private String plain(String text) {
    String cased = pieces.isLowercase() ? text.toLowerCase(Locale.ROOT) : text;
    String read =
        pieces.isWithoutAccents() ? Normalizer.normalize(cased, Normalizer.Form.NFD) : cased;
    StringBuilder plain = new StringBuilder(read.length());
    read.codePoints()
        .filter(character -> !isDropped(character))
        .map(character -> Character.isSpaceChar(character) ? ' ' : character)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private boolean isDropped(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK -> pieces.isWithoutAccents();
      case Character.CONTROL -> !Character.isWhitespace(character);
      case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
      default -> character == 0xFFFD;
    };
  }

  /** Whether a character alone is a word. */
  private static boolean isAlone(int character) {
    return switch (Character.getType(character)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default ->
          Character.isIdeographic(character)
              || (character < 128 && "$+<=>^`|~".indexOf(character) >= 0);
    };
  }

  /** A list of piece numbers of limited size. */
  private static final class Numbers {
    private final long[] values;
    private int size;

    Numbers(int most) {
      values = new long[most + 1];
    }

    boolean isFull() {
      return size >= values.length - 1;
    }

    void add(long value) {
      if (!isFull()) {
        values[size++] = value;
      }
    }

    long[] closed(long last) {
      long[] all = Arrays.copyOf(values, size + 1);
      all[size] = last;
      return all;
    }
  }
}
