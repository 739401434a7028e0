package broadsheet.lucene.schema;

import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.analysis.StopWords;
import broadsheet.lucene.analysis.Terms;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/**
 * Takes note of an article's words while its texts are cut for their own fields, and then gives
 * them once more: all together in {@link IndexSchema#ALL_WORDS}, and in their order in {@link
 * IndexSchema#FORWARD}. The index writer takes the fields of a document one after the other, so
 * those two must stand behind the texts. Not shared between threads.
 */
final class ArticleWords {

  private final WordPool pool = new WordPool();
  private final Set<String> stopWords;
  private final boolean isPrintedMarked;
  private final ForwardWords forward;
  private int[] frequencies = new int[256];
  private boolean[] isStopWord = new boolean[256];
  private boolean isGiven;

  /**
   * @param language of the article, as {@code StemmedLanguages.of} gives it
   */
  ArticleWords(String language) {
    stopWords = StopWords.of(List.of(language));
    isPrintedMarked = StemmedLanguages.isStemOfPrinted(language);
    forward = new ForwardWords(language, pool);
  }

  /** The same stream, of whose words it takes note as they pass. */
  TokenStream noting(QueryField field, TokenStream words) {
    if (isGiven) {
      clear();
    }
    return new Noting(field, words);
  }

  private void clear() {
    pool.clear();
    forward.clear();
    Arrays.fill(frequencies, 0);
    isGiven = false;
  }

  /** Each form of each word once, with how much it counts in all fields together. */
  TokenStream all() {
    isGiven = true;
    return new All();
  }

  /** See {@link ForwardText}. */
  BytesRef packedForward() {
    isGiven = true;
    int weight = 0;
    for (int word = 0; word < pool.size(); word++) {
      weight += frequencies[word];
    }
    return forward.packed(weight);
  }

  /** Hands its words on as they come. */
  private final class Noting extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment =
        addAttribute(PositionIncrementAttribute.class);
    private final QueryField field;
    private final int weight;
    private int folded = -1;
    private int stem = -1;
    private boolean isParagraphStart;

    Noting(QueryField field, TokenStream words) {
      super(words);
      this.field = field;
      weight = IndexSchema.weightInAllWords(field);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        finishWord();
        return false;
      }
      note(increment.getPositionIncrement() > 0);
      return true;
    }

    private void note(boolean isNext) {
      char first = term.charAt(0);
      if (isNext) {
        finishWord();
        folded = form(0);
        stem = folded;
      } else if (first == Terms.STEM_MARK) {
        stem = form(1);
      } else if (Terms.PARAGRAPH_START.contentEquals(term)) {
        isParagraphStart = true;
      } else if (Terms.isPrinted(first)) {
        folded = form(0);
        stem = folded;
      }
    }

    private int form(int from) {
      int form = pool.number(term.buffer(), from, term.length() - from);
      count(form);
      return form;
    }

    private void count(int form) {
      if (form >= frequencies.length) {
        frequencies = ArrayUtil.grow(frequencies, form + 1);
        isStopWord = Arrays.copyOf(isStopWord, frequencies.length);
      }
      if (frequencies[form] == 0) {
        isStopWord[form] = stopWords.contains(pool.text(form));
      }
      frequencies[form] += weight;
    }

    private void finishWord() {
      if (isParagraphStart) {
        forward.addBorder(field);
        isParagraphStart = false;
      }
      if (stem >= 0 && isPrintedMarked) {
        notePrinted();
      }
      if (stem >= 0 && (field == QueryField.TITLE || !isStopWord[folded])) {
        forward.add(field, stem);
      }
      stem = -1;
    }

    private void notePrinted() {
      int length = pool.length(folded);
      char[] marked = new char[length + 1];
      marked[0] = Terms.PRINTED_MARK;
      System.arraycopy(pool.characters(), pool.start(folded), marked, 1, length);
      count(pool.number(marked, 0, marked.length));
    }
  }

  /** Each form by itself. */
  private final class All extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private int next;

    @Override
    public boolean incrementToken() {
      if (next == pool.size()) {
        return false;
      }
      clearAttributes();
      term.copyBuffer(pool.characters(), pool.start(next), pool.length(next));
      frequency.setTermFrequency(frequencies[next]);
      next++;
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }
}
