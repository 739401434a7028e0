package broadsheet.lucene.analysis;

import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.ArrayUtil;

/**
 * The three forms in which a printed word is indexed.
 *
 * <ul>
 *   <li><b>exact</b>: as printed, in lower case and with straight apostrophes ({@code zürich's})
 *   <li><b>folded</b>: the exact form without accents, or the equivalent in other scripts; without
 *       the dots of an acronym and thousands separators ({@code zurich's}, {@code us}, {@code
 *       1234})
 *   <li><b>stem</b>: stemmed by the rules of a language, without possessive and elision, folded
 *       ({@code zurich})
 * </ul>
 *
 * A folded word folded again stays the same. Keeps buffers; not thread-safe. Each form is valid
 * until the next call of {@link #of}.
 */
final class WordForms {

  private final WordFilter stemmer;
  private final boolean isStemOfPrinted;
  private final ScriptFolding folding = new ScriptFolding();
  private char[] exact = new char[64];
  private int exactLength;
  private char[] folded = new char[256];
  private int foldedLength;
  private char[] stem = {};

  WordForms(StemmedLanguages.Stemming stemming) {
    stemmer = new WordFilter(stemming.filter());
    isStemOfPrinted = stemming.isOfPrinted();
  }

  /** Computes the forms of a word as the tokenizer cut it. */
  void of(char[] word, int length) {
    boolean isPlain = makeExact(word, length);
    makeFolded(isPlain);
    makeStem();
  }

  /** Copies the exact form into a term. */
  void copyExact(CharTermAttribute term) {
    term.copyBuffer(exact, 0, exactLength);
  }

  /** Copies the folded form into a term. */
  void copyFolded(CharTermAttribute term) {
    term.copyBuffer(folded, 0, foldedLength);
  }

  /** Copies the stem into a term, after the mark that distinguishes stems from printed words. */
  void copyMarkedStem(CharTermAttribute term) {
    term.setEmpty().append(TermForm.STEM_MARK);
    for (char c : stem) {
      term.append(c);
    }
  }

  boolean isFoldedNew() {
    return !isSame(folded, foldedLength, exact, exactLength);
  }

  boolean isStemNew() {
    return !isSame(stem, stem.length, folded, foldedLength);
  }

  /**
   * Makes the exact form. Returns whether it is all lower-case ASCII letters, so that folding
   * changes nothing.
   */
  private boolean makeExact(char[] word, int length) {
    exact = ArrayUtil.grow(exact, length + 2);
    boolean isPlain = true;
    int to = 0;
    for (int i = 0; i < length; i++) {
      char c = word[i];
      if (c >= 'a' && c <= 'z') {
        exact[to++] = c;
      } else if (c >= 'A' && c <= 'Z') {
        exact[to++] = (char) (c + ('a' - 'A'));
      } else if (!TermForm.isDisplayMark(c)) {
        isPlain = false;
        if (Character.isHighSurrogate(c) && i + 1 < length) {
          int lower = Character.toLowerCase(Character.toCodePoint(c, word[++i]));
          exact = ArrayUtil.grow(exact, to + 2);
          to += Character.toChars(lower, exact, to);
        } else {
          exact[to++] = TermForm.isApostrophe(c) ? '\'' : Character.toLowerCase(c);
        }
      }
    }
    exactLength = to;
    return isPlain;
  }

  private void makeFolded(boolean isPlain) {
    folded = ArrayUtil.grow(folded, 4 * exactLength + 4);
    if (isPlain) {
      System.arraycopy(exact, 0, folded, 0, exactLength);
      foldedLength = exactLength;
      return;
    }
    int length = ASCIIFoldingFilter.foldToASCII(exact, 0, folded, 0, exactLength);
    int to = 0;
    boolean isInLatin = true;
    for (int i = 0; i < length; i++) {
      if (!isLeftOut(folded, i, length)) {
        isInLatin &= !ScriptFolding.concerns(folded[i]);
        folded[to++] = Character.toLowerCase(folded[i]); // a small capital becomes a capital
      }
    }
    foldedLength = to == 0 ? length : to;
    if (!isInLatin) {
      foldScript();
    }
  }

  private void foldScript() {
    char[] script = folding.of(folded, foldedLength);
    if (script.length > 0) {
      folded = ArrayUtil.grow(folded, script.length);
      System.arraycopy(script, 0, folded, 0, script.length);
      foldedLength = script.length;
    }
  }

  /** Acronym dots, thousands separators, and combining accents. */
  private static boolean isLeftOut(char[] word, int at, int length) {
    char c = word[at];
    return switch (c) {
      case '.' -> at > 0 && Character.isLetter(word[at - 1]);
      case ',' -> isBeforeThousands(word, at, length);
      default -> c >= '\u0300' && c <= '\u036F';
    };
  }

  private static boolean isBeforeThousands(char[] word, int at, int length) {
    int digits = 0;
    while (at + digits + 1 < length && Character.isDigit(word[at + digits + 1])) {
      digits++;
    }
    return digits == 3;
  }

  private void makeStem() {
    char[] word = isStemOfPrinted ? exact : folded;
    int length = isStemOfPrinted ? exactLength : foldedLength;
    int start = TermForm.elisionLength(word, length);
    int end = length - TermForm.possessiveLength(word, length);
    if (start >= end) {
      start = 0;
      end = length;
    }
    stem = stemmer.of(word, start, end - start);
  }

  private static boolean isSame(char[] a, int aLength, char[] b, int bLength) {
    return java.util.Arrays.equals(a, 0, aLength, b, 0, bLength);
  }
}
