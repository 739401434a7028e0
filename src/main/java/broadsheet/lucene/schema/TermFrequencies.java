package broadsheet.lucene.schema;

import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/** Different terms with their frequencies, numbered from 0 as they come. Not thread-safe. */
final class TermFrequencies {

  private final BytesRefHash terms = new BytesRefHash();
  private int[] frequencies = new int[256];

  /**
   * Adds to a term's frequency.
   *
   * @return its number
   */
  int add(BytesRef term, int times) {
    int added = terms.add(term);
    int number = added < 0 ? -added - 1 : added;
    frequencies = ArrayUtil.grow(frequencies, number + 1);
    frequencies[number] += times;
    return number;
  }

  /** The number of terms. */
  int size() {
    return terms.size();
  }

  /** The term of a number. */
  BytesRef term(int number) {
    return terms.get(number, new BytesRef());
  }

  /** The table of term numbers. */
  BytesRefHash numbers() {
    return terms;
  }

  /** The sum of all frequencies. */
  int total() {
    return Arrays.stream(frequencies).sum();
  }

  void clear() {
    Arrays.fill(frequencies, 0, size(), 0);
    terms.clear();
    terms.reinit();
  }

  /** Each term once. */
  TokenStream stream() {
    return new Each();
  }

  private final class Each extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final BytesRef bytes = new BytesRef();
    private int next;

    @Override
    public boolean incrementToken() {
      if (next == size()) {
        return false;
      }
      clearAttributes();
      term.setBytesRef(terms.get(next, bytes));
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
