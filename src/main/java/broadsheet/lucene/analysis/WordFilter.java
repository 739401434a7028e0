package broadsheet.lucene.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Applies a Lucene token filter, such as a stemmer or normalizer, to one word at a time. Keeps
 * buffers; not thread-safe.
 */
final class WordFilter {

  /** The size of the cache of results: a few frequent words make up most of any text. */
  private static final int CACHE_SIZE = 1 << 13;

  /** The number of words after which results are cached: a query's few words are not worth it. */
  private static final int CACHED_FROM = 64;

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
   * Filters a word. The result must not be changed.
   *
   * @param buffer holds the word in the {@code length} places from {@code start}
   */
  char[] of(char[] buffer, int start, int length) {
    if (filtered instanceof OneWord) { // it filters nothing
      return Arrays.copyOfRange(buffer, start, start + length);
    }
    if (asked < CACHED_FROM) {
      asked++;
      return computed(buffer, start, length);
    }
    if (words.length == 0) {
      words = new char[CACHE_SIZE][];
      resultOf = new char[CACHE_SIZE][];
    }
    int end = start + length;
    int slot = hash(buffer, start, end) & (CACHE_SIZE - 1);
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

  /** A stream of one word. */
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
