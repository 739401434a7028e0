package broadsheet.lucene.analysis;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Cuts text at the Unicode word borders, and scripts that have none into their characters, and
 * gives each word its forms: only its stem depends on the language. No word is left out. Text of
 * different paragraphs or values is kept apart by {@link #PARAGRAPH_GAP}. Thread-safe.
 */
public final class ArticleAnalyzer extends Analyzer {

  /**
   * Positions left free between two paragraphs, so that no phrase reaches across: more than the
   * longest phrase has places and the largest slop has moves.
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
   * For running text.
   *
   * @param language as {@link StemmedLanguages#of} gives it
   */
  public static ArticleAnalyzer forText(String language) {
    return FOR_TEXT.computeIfAbsent(
        language, known -> new ArticleAnalyzer(StemmedLanguages.stemming(known)));
  }

  /** For names and labels, which are never stemmed. */
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
