package broadsheet.lucene.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Reduces one word at a time to its stem, by whichever of Lucene's stemming filters it is given.
 * Keeps buffers: one thread at a time.
 */
final class Stemmer {

  /** How many words' stems are kept at hand; few words make up most of any text. */
  private static final int REMEMBERED = 1 << 13;

  /** A query's few words are not worth remembering; a text's are. */
  private static final int REMEMBERED_FROM = 64;

  private char[] @Nullable [] words = {};
  private char[][] stemOf = {};
  private int asked;
  private final OneWord word = new OneWord();
  private final CharTermAttribute term = word.addAttribute(CharTermAttribute.class);
  private final TokenStream stems;

  private Stemmer(UnaryOperator<TokenStream> filter) {
    stems = filter.apply(word);
  }

  /**
   * Snowball's English stemmer ("Porter2"), which knows that {@code news} is not more than one
   * {@code new}.
   *
   * <p>Source: Porter, "Snowball: a language for stemming algorithms", 2001.
   */
  static Stemmer english() {
    return new Stemmer(words -> new SnowballFilter(words, new EnglishStemmer()));
  }

  /** A stemmer that leaves every word as it is. */
  static Stemmer none() {
    return new Stemmer(stream -> stream);
  }

  /**
   * The stem of a folded word.
   *
   * @param buffer holds the word in the {@code length} places from {@code start}
   */
  char[] stem(char[] buffer, int start, int length) {
    if (asked < REMEMBERED_FROM) {
      asked++;
      return computed(buffer, start, length);
    }
    if (words.length == 0) {
      words = new char[REMEMBERED][];
      stemOf = new char[REMEMBERED][];
    }
    int end = start + length;
    int slot = hash(buffer, start, end) & (REMEMBERED - 1);
    char[] known = words[slot];
    if (known == null || !Arrays.equals(known, 0, known.length, buffer, start, end)) {
      words[slot] = Arrays.copyOfRange(buffer, start, end);
      stemOf[slot] = computed(buffer, start, length);
    }
    return stemOf[slot];
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
      stems.incrementToken();
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
