package broadsheet.lucene.analysis;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Separates stretches of a text as paragraphs are separated: by a gap that no phrase crosses, and
 * by the marker terms of {@link Borders}.
 */
public final class QuoteBorders extends TokenFilter {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final List<Sentences.Sentence> sentences;
  private final int[] starts;
  private final int[] breaks;
  private int nextStart = 1;
  private int nextBreak = 1;
  private int nextSentence = 1;
  private String pending = "";

  /**
   * @param text the text whose sentences are marked
   * @param starts the offset at which each stretch begins, ascending; at least one
   * @param breaks the offset at which each piece of a stretch begins, ascending; no phrase goes
   *     from one piece to the next
   */
  public QuoteBorders(TokenStream words, String text, int[] starts, int[] breaks) {
    super(words);
    sentences = Sentences.in(text, 0, text.length());
    this.starts = starts;
    this.breaks = breaks;
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

  private String borderAt(int start) {
    if (isPieceStart(start)) {
      increment.setPositionIncrement(increment.getPositionIncrement() + 1);
    }
    boolean isSentenceStart = false;
    while (nextSentence < sentences.size() && sentences.get(nextSentence).start() <= start) {
      isSentenceStart = true;
      nextSentence++;
    }
    boolean isStart = false;
    while (nextStart < starts.length && starts[nextStart] <= start) {
      isStart = true;
      nextStart++;
    }
    if (isStart) {
      int gap = increment.getPositionIncrement() + ArticleAnalyzer.PARAGRAPH_GAP;
      increment.setPositionIncrement(gap);
      return TermForm.PARAGRAPH_START;
    }
    return isSentenceStart ? TermForm.SENTENCE_START : "";
  }

  private boolean isPieceStart(int start) {
    boolean isStart = false;
    while (nextBreak < breaks.length && breaks[nextBreak] <= start) {
      isStart = true;
      nextBreak++;
    }
    return isStart;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    nextStart = 1;
    nextBreak = 1;
    nextSentence = 1;
    pending = "";
  }
}
