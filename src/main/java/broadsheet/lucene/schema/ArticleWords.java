package broadsheet.lucene.schema;

import broadsheet.lucene.analysis.CommonWords;
import broadsheet.lucene.analysis.StopWords;
import broadsheet.lucene.analysis.SurfaceMarking;
import broadsheet.lucene.analysis.TermForm;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/**
 * Notes an article's words while its texts are analyzed for their own fields, then emits them
 * again: all together for {@link IndexSchema#ALL_WORDS}, in pairs for {@link IndexSchema#PAIRS}, in
 * order for {@link IndexSchema#FORWARD}, and as a number for {@link IndexSchema#TOKENS}. The index
 * writer processes the fields of a document in order, so these fields must come after the texts.
 * Not thread-safe.
 */
final class ArticleWords {

  private static final BytesRef PARAGRAPH_START = new BytesRef(TermForm.PARAGRAPH_START);

  private final TermFrequencies forms = new TermFrequencies();
  private final TermFrequencies pairs = new TermFrequencies();
  private final Set<String> stopWords;
  private final SurfaceMarking marking;
  private final ForwardWords forward;
  private boolean[] isStopWord = new boolean[256];
  private boolean[] isFrequent = new boolean[256];
  private long count;
  private boolean isGiven;

  /**
   * @param language the language of the article, as {@code StemmedLanguages.of} gives it
   */
  ArticleWords(String language) {
    stopWords = StopWords.of(List.of(language));
    marking = SurfaceMarking.of(language);
    forward = new ForwardWords(language, forms.numbers());
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
    pairs.clear();
    forward.clear();
    count = 0;
    isGiven = false;
  }

  /** Each form of each word once, with its weight over all fields. */
  TokenStream all() {
    isGiven = true;
    return forms.stream();
  }

  /** Each pair once, with the number of its occurrences. */
  TokenStream pairs() {
    isGiven = true;
    return pairs.stream();
  }

  /** The packed form that {@link ForwardText} reads. */
  BytesRef packedForward() {
    isGiven = true;
    return forward.packed(forms.total());
  }

  /** The number of words, each place counted once. */
  long count() {
    isGiven = true;
    return count;
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
    private int characterBefore = -1;
    private int frequentBefore = -1;
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
      note(term.getBytesRef(), increment.getPositionIncrement());
      return true;
    }

    private void note(BytesRef form, int step) {
      if (step > 0) {
        finishWord();
        count++;
        frequentBefore = step == 1 ? frequentBefore : -1;
        folded = noted(form);
        stem = folded;
      } else if (TermForm.isPrinted(form)) {
        folded = noted(form);
        stem = folded;
      } else if (form.bytes[form.offset] == TermForm.STEM_MARK) {
        stem = noted(new BytesRef(form.bytes, form.offset + 1, form.length - 1));
      } else if (form.bytesEquals(PARAGRAPH_START)) {
        isParagraphStart = true;
      }
    }

    private int noted(BytesRef form) {
      int known = forms.size();
      int number = forms.add(form, weight);
      if (number == known) {
        if (number >= isStopWord.length) {
          int size = ArrayUtil.oversize(number + 1, Byte.BYTES);
          isStopWord = Arrays.copyOf(isStopWord, size);
          isFrequent = Arrays.copyOf(isFrequent, size);
        }
        String text = form.utf8ToString();
        isStopWord[number] = stopWords.contains(text);
        isFrequent[number] = CommonWords.contains(text);
      }
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
      noteCharacters();
      noteFrequent();
      if (marking.marks(folded == stem)) {
        noteJoined(new BytesRef(String.valueOf(TermForm.PRINTED_MARK)), forms.term(folded));
      }
      if (field == QueryField.TITLE || !isStopWord[folded]) {
        forward.add(field, stem);
      }
      stem = -1;
    }

    /** Notes two adjacent characters of a script without blanks between words. */
    private void noteCharacters() {
      boolean isUnspaced = TermForm.isUnspaced(forms.term(folded));
      if (isUnspaced && characterBefore >= 0) {
        noteJoined(forms.term(characterBefore), forms.term(folded));
      }
      characterBefore = isUnspaced ? folded : -1;
    }

    /** Notes two adjacent frequent words. */
    private void noteFrequent() {
      if (isFrequent[folded] && frequentBefore >= 0) {
        CommonGrams.write(joined, field, forms.term(frequentBefore), forms.term(folded));
        pairs.add(joined.get(), 1);
      }
      frequentBefore = isFrequent[folded] ? folded : -1;
    }

    private void noteJoined(BytesRef first, BytesRef second) {
      joined.clear();
      joined.append(first);
      joined.append(second);
      noted(joined.get());
    }
  }
}
