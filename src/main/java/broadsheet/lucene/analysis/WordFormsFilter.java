package broadsheet.lucene.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Emits each word's exact form and, at the same position, its folded form and its marked stem where
 * they differ. One field thus serves exact phrases, inflected words, wildcards and proximity, at
 * far less cost than a field for each.
 */
final class WordFormsFilter extends TokenFilter {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final WordForms forms;
  private boolean isFoldedPending;
  private boolean isStemPending;

  WordFormsFilter(TokenStream input, WordForms forms) {
    super(input);
    this.forms = forms;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (isFoldedPending) {
      isFoldedPending = false;
      increment.setPositionIncrement(0);
      forms.copyFolded(term);
      return true;
    }
    if (isStemPending) {
      isStemPending = false;
      increment.setPositionIncrement(0);
      forms.copyMarkedStem(term);
      return true;
    }
    return nextWord();
  }

  private boolean nextWord() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    forms.of(term.buffer(), term.length());
    isFoldedPending = forms.isFoldedNew();
    isStemPending = forms.isStemNew();
    forms.copyExact(term);
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    isFoldedPending = false;
    isStemPending = false;
  }
}
