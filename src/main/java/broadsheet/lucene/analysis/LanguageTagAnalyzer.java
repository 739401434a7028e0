package broadsheet.lucene.analysis;

import java.io.IOException;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Treats a language tag as one word, in lower case. The index adds its parent tags at the same
 * position: {@code de-AT} is also found by {@code de}, but not by {@code at}. Thread-safe.
 */
public final class LanguageTagAnalyzer extends Analyzer {

  private static final LanguageTagAnalyzer FOR_INDEX = new LanguageTagAnalyzer(true);
  private static final LanguageTagAnalyzer FOR_QUERY = new LanguageTagAnalyzer(false);

  private final boolean isWithParents;

  private LanguageTagAnalyzer(boolean isWithParents) {
    this.isWithParents = isWithParents;
  }

  /** The analyzer for the tags of articles. */
  public static LanguageTagAnalyzer forIndex() {
    return FOR_INDEX;
  }

  /** The analyzer for a tag in a query. */
  public static LanguageTagAnalyzer forQuery() {
    return FOR_QUERY;
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer tag = new KeywordTokenizer();
    return new TokenStreamComponents(tag, new ParentTags(tag, isWithParents));
  }

  /** Adds the parents of each tag at its position, removing one last part after the other. */
  private static final class ParentTags extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment =
        addAttribute(PositionIncrementAttribute.class);
    private final boolean isWithParents;
    private String parent = "";

    ParentTags(TokenStream input, boolean isWithParents) {
      super(input);
      this.isWithParents = isWithParents;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!parent.isEmpty()) {
        increment.setPositionIncrement(0);
        take(parent);
        return true;
      }
      if (!input.incrementToken()) {
        return false;
      }
      take(term.toString().strip().toLowerCase(Locale.ROOT).replace('_', '-'));
      return term.length() > 0;
    }

    private void take(String tag) {
      term.setEmpty().append(tag);
      parent = isWithParents ? tag.substring(0, Math.max(0, tag.lastIndexOf('-'))) : "";
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      parent = "";
    }
  }
}
