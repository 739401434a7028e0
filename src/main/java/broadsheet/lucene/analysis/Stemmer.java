package broadsheet.lucene.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Reduces one word at a time to its stem, by whichever of Lucene's stemming filters it is given.
 * Keeps buffers: one thread at a time.
 */
final class Stemmer {

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
   * The stem of a folded word; valid until the next call.
   *
   * @param buffer holds the word in its first {@code length} places
   */
  CharTermAttribute stem(char[] buffer, int start, int length) {
    term.copyBuffer(buffer, start, length);
    word.isPending = true;
    try {
      stems.incrementToken();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return term;
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
