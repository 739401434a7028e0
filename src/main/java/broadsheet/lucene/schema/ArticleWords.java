package broadsheet.lucene.schema;

import broadsheet.lucene.analysis.PrintedMarking;
import broadsheet.lucene.analysis.StopWords;
import broadsheet.lucene.analysis.Terms;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.BytesRefHash;

/**
 * Notes an article's words while its texts are analyzed for their own fields, then emits them
 * again: all together for {@link IndexSchema#ALL_WORDS}, and in order for {@link
 * IndexSchema#FORWARD}. The index writer processes the fields of a document in order, so these two
 * fields must come after the texts. Not thread-safe.
 */
final class ArticleWords {

  private static final BytesRef PARAGRAPH_START = new BytesRef(Terms.PARAGRAPH_START);

  private final BytesRefHash forms = new BytesRefHash();
  private final Set<String> stopWords;
  private final PrintedMarking marking;
  private final ForwardWords forward;
  private int[] frequencies = new int[256];
  private boolean[] isStopWord = new boolean[256];
  private boolean isGiven;

  /**
   * @param language of the article, as {@code StemmedLanguages.of} gives it
   */
  ArticleWords(String language) {
    stopWords = StopWords.of(List.of(language));
    marking = PrintedMarking.of(language);
    forward = new ForwardWords(language, forms);
  }

  /** Wraps a stream to note its words as they pass. */
  TokenStream noting(QueryField field, TokenStream words) {
    if (isGiven) {
      clear();
    }
    return new Noting(field, words);
  }

  private void clear() {
    forms.clear();
    forms.reinit();
    forward.clear();
    Arrays.fill(frequencies, 0);
    isGiven = false;
  }

  /** Each form of each word once, with its weight over all fields. */
  TokenStream all() {
    isGiven = true;
    return new All();
  }

  /** The packed form that {@link ForwardText} reads. */
  BytesRef packedForward() {
    isGiven = true;
    return forward.packed(Arrays.stream(frequencies).sum());
  }

  /** Passes its words on unchanged. */
  private final class Noting extends TokenFilter {
    private final TermToBytesRefAttribute term = getAttribute(TermToBytesRefAttribute.class);
    private final PositionIncrementAttribute increment =
        addAttribute(PositionIncrementAttribute.class);
    private final BytesRefBuilder joined = new BytesRefBuilder();
    private final QueryField field;
    private final int weight;
    private int folded = -1;
    private int stem = -1;
    private int before = -1;
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
      note(term.getBytesRef(), increment.getPositionIncrement() > 0);
      return true;
    }

    private void note(BytesRef form, boolean isNext) {
      if (isNext) {
        finishWord();
        folded = noted(form);
        stem = folded;
      } else if (Terms.isPrinted(form)) {
        folded = noted(form);
        stem = folded;
      } else if (form.bytes[form.offset] == Terms.STEM_MARK) {
        stem = noted(new BytesRef(form.bytes, form.offset + 1, form.length - 1));
      } else if (form.bytesEquals(PARAGRAPH_START)) {
        isParagraphStart = true;
      }
    }

    private int noted(BytesRef form) {
      int added = forms.add(form);
      int number = added < 0 ? -added - 1 : added;
      if (added >= 0) {
        if (number >= frequencies.length) {
          frequencies = ArrayUtil.grow(frequencies, number + 1);
          isStopWord = Arrays.copyOf(isStopWord, frequencies.length);
        }
        isStopWord[number] = stopWords.contains(form.utf8ToString());
      }
      frequencies[number] += weight;
      return number;
    }

    private void finishWord() {
      if (isParagraphStart) {
        forward.addBorder(field);
        isParagraphStart = false;
      }
      if (stem < 0) {
        return;
      }
      notePair();
      if (marking.marks(folded == stem)) {
        noteJoined(new BytesRef(String.valueOf(Terms.PRINTED_MARK)), form(folded));
      }
      if (field == QueryField.TITLE || !isStopWord[folded]) {
        forward.add(field, stem);
      }
      stem = -1;
    }

    /** Notes two adjacent characters of a script without blanks between words. */
    private void notePair() {
      boolean isUnspaced = Terms.isUnspaced(form(folded));
      if (isUnspaced && before >= 0) {
        noteJoined(form(before), form(folded));
      }
      before = isUnspaced ? folded : -1;
    }

    private BytesRef form(int number) {
      return forms.get(number, new BytesRef());
    }

    private void noteJoined(BytesRef first, BytesRef second) {
      joined.clear();
      joined.append(first);
      joined.append(second);
      noted(joined.get());
    }
  }

  /** Emits each form as a token. */
  private final class All extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final BytesRef form = new BytesRef();
    private int next;

    @Override
    public boolean incrementToken() {
      if (next == forms.size()) {
        return false;
      }
      clearAttributes();
      term.setBytesRef(forms.get(next, form));
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
