package broadsheet.lucene.analysis;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * The analyzer of article text: cuts it into words at Unicode word boundaries (UAX #29), and
 * scripts written without blanks into characters, and adds the forms of each word. Only the stem
 * depends on the language. No word is left out, stop words included. Paragraphs or values of a
 * field are separated by {@link #PARAGRAPH_GAP}. Thread-safe.
 */
public final class ArticleAnalyzer extends Analyzer {

  /**
   * The position gap between two paragraphs. It exceeds the longest phrase plus the largest slop,
   * so that no phrase matches across.
   */
  public static final int PARAGRAPH_GAP = 2_000;

  private static final ArticleAnalyzer FOR_KEYWORDS =
      new ArticleAnalyzer(StemmedLanguages.UNSTEMMED);
  private static final ConcurrentMap<String, ArticleAnalyzer> FOR_TEXT = new ConcurrentHashMap<>();

  private final StemmedLanguages.Stemming stemming;

  private ArticleAnalyzer(StemmedLanguages.Stemming stemming) {
    this.stemming = stemming;
  }

  /**
   * The analyzer for running text.
   *
   * @param language the language as {@link StemmedLanguages#of} gives it
   */
  public static ArticleAnalyzer forText(String language) {
    return FOR_TEXT.computeIfAbsent(
        language, known -> new ArticleAnalyzer(StemmedLanguages.stemming(known)));
  }

  /** The analyzer for names and labels, which are never stemmed. */
  public static ArticleAnalyzer forKeywords() {
    return FOR_KEYWORDS;
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer words = new StandardTokenizer();
    TokenStream parts = new UnspacedScriptsFilter(new JoinedWordsFilter(words));
    return new TokenStreamComponents(words, new WordFormsFilter(parts, new WordForms(stemming)));
  }

  @Override
  public int getPositionIncrementGap(String fieldName) {
    return PARAGRAPH_GAP;
  }
}
