package broadsheet.lucene.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.util.BytesRef;

/**
 * The kinds of terms in a text field, told apart by their first character: printed words, stems,
 * and markers of sentences and paragraphs.
 */
public final class TermForm {

  /**
   * Prefix of a term that is a stem rather than a printed word. No text contains it: control
   * characters are removed from every article.
   */
  public static final char STEM_MARK = '\u0001';

  /** The marker term at the first word of a sentence that does not open a paragraph. */
  public static final String SENTENCE_START = "\u0002";

  /** The marker term at the first word of a paragraph that does not open its field. */
  public static final String PARAGRAPH_START = "\u0003";

  /** Prefix that distinguishes a printed word from a stem in a field that holds both. */
  public static final char PRINTED_MARK = '\u0004';

  private static final char LAST_MARK = '\u0004';

  private static final Set<String> ELIDED =
      Set.of(
          "l", "d", "m", "t", "qu", "n", "s", "j", "c", "jusqu", "lorsqu", "puisqu", "quoiqu",
          "dell", "all", "nell", "sull", "dall", "coll", "un", "quell", "quest", "gl", "degl");

  private TermForm() {}

  /** Whether the term is a printed word rather than a stem or a marker. */
  public static boolean isPrinted(BytesRef term) {
    return term.length > 0 && Byte.toUnsignedInt(term.bytes[term.offset]) > LAST_MARK;
  }

  /** Whether a word is a character of a script without blanks between words. */
  public static boolean isUnspaced(String word) {
    return !word.isEmpty() && UnspacedScriptsFilter.isUnspaced(word.codePointAt(0));
  }

  /** Whether a term is such a character; cheap for most terms. */
  public static boolean isUnspaced(BytesRef word) {
    boolean mayBe = word.length > 2 && Byte.toUnsignedInt(word.bytes[word.offset]) >= 0xE0;
    return mayBe && isUnspaced(word.utf8ToString());
  }

  static boolean isApostrophe(char c) {
    return switch (c) {
      case '\'', '\u2018', '\u2019', '\u201B', '\u02BC', '\u2032', '\u00B4', '`', '\uFF07' -> true;
      default -> false;
    };
  }

  /**
   * Invisible characters within a word that only affect display: direction, variant, soft hyphen.
   */
  static boolean isDisplayMark(char c) {
    return c == '\u00AD'
        || c == '\u061C'
        || (c >= '\u200E' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u2069')
        || (c >= '\uFE00' && c <= '\uFE0F')
        || c == '\uFEFF';
  }

  /**
   * Folds a wildcard pattern like the words of the index: lower case, straight apostrophes, no
   * accents. Keeps its wildcards.
   */
  public static String foldedPattern(String pattern) {
    StringBuilder lower = new StringBuilder();
    pattern
        .codePoints()
        .filter(c -> c > Character.MAX_VALUE || !isDisplayMark((char) c))
        .map(c -> c <= Character.MAX_VALUE && isApostrophe((char) c) ? '\'' : c)
        .forEach(c -> lower.appendCodePoint(Character.toLowerCase(c)));
    char[] in = lower.toString().toCharArray();
    char[] out = new char[4 * in.length + 4];
    int length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
    int to = 0;
    boolean isInLatin = true;
    for (int i = 0; i < length; i++) {
      if (out[i] < '\u0300' || out[i] > '\u036F') {
        isInLatin &= !ScriptFolding.concerns(out[i]);
        out[to++] = Character.toLowerCase(out[i]);
      }
    }
    return isInLatin ? new String(out, 0, to) : new String(new ScriptFolding().of(out, to));
  }

  /**
   * The characters of a word in a script without blanks between words, each with its combining
   * marks, and whole runs of other scripts between them; any other word as a whole.
   */
  public static List<String> characters(String word) {
    List<String> characters = new ArrayList<>();
    for (String rest = word; !rest.isEmpty(); ) {
      int end = UnspacedScriptsFilter.pieceEnd(rest);
      characters.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    return characters;
  }

  /** The length of an elided French or Italian word at the start ({@code l'}). */
  static int elisionLength(char[] word, int length) {
    for (int i = 1; i < Math.min(length - 1, 7); i++) {
      if (word[i] == '\'') {
        boolean isElision = length - i > 2 && ELIDED.contains(new String(word, 0, i));
        return isElision ? i + 1 : 0;
      }
    }
    return 0;
  }

  /** The length of an English possessive at the end ({@code 's} or {@code '}). */
  static int possessiveLength(char[] word, int length) {
    if (length > 2 && word[length - 1] == 's' && word[length - 2] == '\'') {
      return 2;
    }
    return length > 1 && word[length - 1] == '\'' ? 1 : 0;
  }
}
