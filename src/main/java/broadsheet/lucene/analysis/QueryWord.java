package broadsheet.lucene.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * One word of a query in its indexed forms; see {@link WordForms}.
 *
 * @param exact the word as typed, in lower case
 * @param folded without accents; every position with this word has this form
 * @param stem without its mark
 */
public record QueryWord(String exact, String folded, String stem) {

  /** The words of a text, analyzed exactly as for the index; empty when the text has none. */
  public static List<QueryWord> in(String text, Analyzer analyzer) {
    List<QueryWord> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        String form = term.toString();
        if (increment.getPositionIncrement() > 0) {
          words.add(new QueryWord(form, form, form));
        } else {
          words.add(words.removeLast().with(form));
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private QueryWord with(String form) {
    return form.charAt(0) == TermForm.STEM_MARK
        ? new QueryWord(exact, folded, form.substring(1))
        : new QueryWord(exact, form, form);
  }
}
