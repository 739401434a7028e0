package broadsheet.lucene.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Reads every word of a text in order, folded, cut exactly as for the index: numbers, single
 * letters and characters of scripts without blanks too. Thread-safe.
 */
public final class FoldedWords {

  private final String language;

  /**
   * @param language the language as {@link StemmedLanguages#of} gives it
   */
  public FoldedWords(String language) {
    this.language = language;
  }

  /** Receives the words. */
  public interface Visitor {
    /**
     * Receives a word.
     *
     * @param folded without accents; see {@link WordForms}
     * @param start the offset of its first character
     * @param end the offset after its last
     */
    void visit(String folded, int start, int end);
  }

  /** Visits the words of a text in their order. */
  public void read(String text, Visitor visitor) {
    try (TokenStream stream = ArticleAnalyzer.forText(language).tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
      String folded = "";
      int start = 0;
      int end = 0;
      stream.reset();
      while (stream.incrementToken()) {
        if (increment.getPositionIncrement() > 0) {
          if (end > 0) {
            visitor.visit(folded, start, end);
          }
          start = offset.startOffset();
          end = offset.endOffset();
          folded = term.toString();
        } else if (term.charAt(0) != TermForm.STEM_MARK) {
          folded = term.toString();
        }
      }
      if (end > 0) {
        visitor.visit(folded, start, end);
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
