package broadsheet.lucene.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Cuts text at the Unicode word borders and gives each word its forms. No word is left out. Text of
 * different paragraphs or values is kept apart by {@link #PARAGRAPH_GAP}. Thread-safe.
 */
public final class ArticleAnalyzer extends Analyzer {

  /**
   * Positions left free between two paragraphs, so that no phrase reaches across: more than the
   * longest phrase has places and the largest slop has moves.
   */
  public static final int PARAGRAPH_GAP = 2_000;

  private final boolean isStemming;

  private ArticleAnalyzer(boolean isStemming) {
    this.isStemming = isStemming;
  }

  /** For running text. */
  public static ArticleAnalyzer forText() {
    return new ArticleAnalyzer(true);
  }

  /** For names and labels, which are never stemmed. */
  public static ArticleAnalyzer forKeywords() {
    return new ArticleAnalyzer(false);
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer words = new StandardTokenizer();
    TokenStream parts = new JoinedWordsFilter(words);
    Stemmer stemmer = isStemming ? Stemmer.english() : Stemmer.none();
    return new TokenStreamComponents(words, new WordFormsFilter(parts, stemmer));
  }

  @Override
  public int getPositionIncrementGap(String fieldName) {
    return PARAGRAPH_GAP;
  }
}
