package broadsheet.lucene.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * A token of a text, with its offsets.
 *
 * @param folded the word as indexed, without accents; see {@link WordForms}
 * @param start the offset of its first character
 * @param end the offset after its last
 */
public record SurfaceWord(String folded, int start, int end) {

  /**
   * The first words of a text, cut exactly as for the index; empty when the text has none.
   *
   * @param most the most words to return
   */
  public static List<SurfaceWord> in(String text, int most) {
    List<SurfaceWord> words = new ArrayList<>();
    Analyzer analyzer = ArticleAnalyzer.forKeywords();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        String form = term.toString();
        boolean isAnotherForm = increment.getPositionIncrement() == 0;
        if (isAnotherForm && form.charAt(0) == TermForm.STEM_MARK) {
          continue;
        }
        if (isAnotherForm) {
          words.removeLast();
        } else if (words.size() == most) {
          break;
        }
        words.add(new SurfaceWord(form, offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
