package broadsheet.lucene.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * A token filter that separates quotes as paragraphs are separated: by a gap that no phrase crosses
 * and a marker term. The pieces of a quote are one word further apart than they are printed, so
 * that no phrase goes from one to the next. {@link SentenceMarkerFilter} marks the sentences.
 */
public final class QuoteMarkerFilter extends TokenFilter {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final Starts quotes;
  private final Starts pieces;
  private boolean isPending;

  /** Offsets at which something begins, each met once as words go by; the first is left out. */
  private static final class Starts {
    private final int[] offsets;
    private int next = 1;

    Starts(int[] offsets) {
      this.offsets = offsets;
    }

    /** Whether a word at an offset is the first one after a start. */
    boolean begins(int offset) {
      boolean begins = false;
      while (next < offsets.length && offsets[next] <= offset) {
        begins = true;
        next++;
      }
      return begins;
    }
  }

  /**
   * @param quotes the offset at which each quote begins, ascending; at least one
   * @param pieces the offset at which each piece of a quote begins, ascending; at least one
   */
  public QuoteMarkerFilter(TokenStream words, int[] quotes, int[] pieces) {
    super(words);
    this.quotes = new Starts(quotes);
    this.pieces = new Starts(pieces);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (isPending) {
      isPending = false;
      term.setEmpty().append(TermForm.PARAGRAPH_START);
      increment.setPositionIncrement(0);
      return true;
    }
    boolean isThere = input.incrementToken();
    if (isThere && increment.getPositionIncrement() > 0) {
      separate(offset.startOffset());
    }
    return isThere;
  }

  private void separate(int start) {
    int gap = pieces.begins(start) ? 1 : 0;
    isPending = quotes.begins(start);
    gap += isPending ? ArticleAnalyzer.PARAGRAPH_GAP : 0;
    increment.setPositionIncrement(increment.getPositionIncrement() + gap);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    quotes.next = 1;
    pieces.next = 1;
    isPending = false;
  }
}
