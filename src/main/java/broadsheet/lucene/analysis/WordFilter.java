package broadsheet.lucene.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Sends one word at a time through whichever of Lucene's token filters it is given: stemmers,
 * normalizers. Keeps buffers: one thread at a time.
 */
final class WordFilter {

  /** How many words' results are kept at hand; few words make up most of any text. */
  private static final int REMEMBERED = 1 << 13;

  /** A query's few words are not worth remembering; a text's are. */
  private static final int REMEMBERED_FROM = 64;

  private char[] @Nullable [] words = {};
  private char[][] resultOf = {};
  private int asked;
  private final OneWord word = new OneWord();
  private final CharTermAttribute term = word.addAttribute(CharTermAttribute.class);
  private final TokenStream filtered;

  WordFilter(UnaryOperator<TokenStream> filter) {
    filtered = filter.apply(word);
  }

  /**
   * What becomes of a word. The array is not to be changed.
   *
   * @param buffer holds the word in the {@code length} places from {@code start}
   */
  char[] of(char[] buffer, int start, int length) {
    if (asked < REMEMBERED_FROM) {
      asked++;
      return computed(buffer, start, length);
    }
    if (words.length == 0) {
      words = new char[REMEMBERED][];
      resultOf = new char[REMEMBERED][];
    }
    int end = start + length;
    int slot = hash(buffer, start, end) & (REMEMBERED - 1);
    char[] known = words[slot];
    if (known == null || !Arrays.equals(known, 0, known.length, buffer, start, end)) {
      words[slot] = Arrays.copyOfRange(buffer, start, end);
      resultOf[slot] = computed(buffer, start, length);
    }
    return resultOf[slot];
  }

  private static int hash(char[] buffer, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + buffer[i];
    }
    return hash ^ (hash >>> 15);
  }

  private char[] computed(char[] buffer, int start, int length) {
    term.copyBuffer(buffer, start, length);
    word.isPending = true;
    try {
      filtered.incrementToken();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.copyOf(term.buffer(), term.length());
  }

  /** Hands out the word it holds, once. */
  private static final class OneWord extends TokenStream {
    private boolean isPending;

    @Override
    public boolean incrementToken() {
      boolean isThere = isPending;
      isPending = false;
      return isThere;
    }
  }
}
