package broadsheet.lucene.analysis;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * A token filter for one paragraph that adds marker terms at the position of the first word of each
 * sentence, so that positions show which words are in the same sentence or paragraph.
 */
public final class SentenceMarkerFilter extends TokenFilter {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final List<Sentences.Sentence> sentences;
  private final boolean isLater;
  private boolean isAtStart = true;
  private int next = 1;
  private String pending = "";

  /**
   * Wraps the words of one paragraph.
   *
   * @param text the paragraph, which may have line breaks in it
   * @param isLater whether it follows another paragraph of the same field
   */
  public SentenceMarkerFilter(TokenStream words, String text, boolean isLater) {
    super(words);
    sentences = Sentences.in(text, 0, text.length());
    this.isLater = isLater;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!pending.isEmpty()) {
      term.setEmpty().append(pending);
      increment.setPositionIncrement(0);
      pending = "";
      return true;
    }
    boolean isThere = input.incrementToken();
    if (isThere && increment.getPositionIncrement() > 0) {
      pending = borderAt(offset.startOffset());
    }
    return isThere;
  }

  /** The marker for a word that starts at that offset; empty for none. */
  private String borderAt(int start) {
    boolean isSentenceStart = false;
    while (next < sentences.size() && sentences.get(next).start() <= start) {
      isSentenceStart = true;
      next++;
    }
    if (isAtStart) {
      isAtStart = false;
      return isLater ? TermForm.PARAGRAPH_START : "";
    }
    return isSentenceStart ? TermForm.SENTENCE_START : "";
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    isAtStart = true;
    next = 1;
    pending = "";
  }
}
