package broadsheet.lucene.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Reads the words of a text in order, analyzed as for the index, without elision ({@code l'}) and
 * possessive. It skips numbers, single letters, and characters of scripts without blanks between
 * words. Thread-safe.
 */
public final class WordReader {

  private static final int LONGEST = 50;

  private final String language;

  /**
   * @param language the language as {@link StemmedLanguages#of} gives it
   */
  public WordReader(String language) {
    this.language = language;
  }

  /** Whether a text is a word that the reader does not skip. */
  public static boolean isWord(String text) {
    return isWord(text.toCharArray(), 0, text.length());
  }

  /** Receives the words. */
  public interface Visitor {
    /**
     * Receives a word.
     *
     * @param folded without accents; see {@link WordForms}
     * @param stem without its mark
     * @param start the offset of its first character
     * @param end the offset after its last
     */
    void visit(String folded, String stem, int start, int end);
  }

  /** Visits the words of a text in their order. */
  public void read(String text, Visitor visitor) {
    try (TokenStream stream = ArticleAnalyzer.forText(language).tokenStream("", text)) {
      Word word = new Word(stream, text, visitor);
      stream.reset();
      while (stream.incrementToken()) {
        word.next();
      }
      word.tell();
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The word being read, in its forms. */
  private static final class Word {
    private final CharTermAttribute term;
    private final OffsetAttribute offset;
    private final PositionIncrementAttribute increment;
    private final String text;
    private final Visitor visitor;
    private String folded = "";
    private String stem = "";
    private int start;
    private int end;

    Word(TokenStream stream, String text, Visitor visitor) {
      term = stream.addAttribute(CharTermAttribute.class);
      offset = stream.addAttribute(OffsetAttribute.class);
      increment = stream.addAttribute(PositionIncrementAttribute.class);
      this.text = text;
      this.visitor = visitor;
    }

    void next() {
      if (increment.getPositionIncrement() > 0) {
        tell();
        folded = term.toString();
        stem = folded;
        start = offset.startOffset();
        end = offset.endOffset();
      } else if (term.charAt(0) == TermForm.STEM_MARK) {
        stem = term.subSequence(1, term.length()).toString();
      } else {
        folded = term.toString();
        stem = folded;
      }
    }

    void tell() {
      char[] printed = text.substring(start, end).toCharArray();
      for (int i = 0; i < printed.length; i++) {
        printed[i] = TermForm.isApostrophe(printed[i]) ? '\'' : Character.toLowerCase(printed[i]);
      }
      int from = TermForm.elisionLength(printed, printed.length);
      int to = printed.length - TermForm.possessiveLength(printed, printed.length);
      if (isWord(printed, from, to)) {
        visitor.visit(folded, stem, start + from, start + to + lastDot(start + to));
      }
    }

    /** The last dot of an acronym ({@code U.S.}), which word segmentation leaves out. */
    private int lastDot(int behind) {
      boolean isAcronym = behind - start > 2 && text.charAt(behind - 2) == '.';
      return isAcronym && behind < text.length() && text.charAt(behind) == '.' ? 1 : 0;
    }
  }

  private static boolean isWord(char[] printed, int from, int to) {
    if (to - from < 2 || to - from > LONGEST) {
      return false;
    }
    boolean isAnyLetter = false;
    for (int i = from; i < to; i++) {
      if (UnspacedScriptsFilter.isUnspaced(printed[i])) {
        return false;
      }
      isAnyLetter |= Character.isLetter(printed[i]);
    }
    return isAnyLetter;
  }
}
