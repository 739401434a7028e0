package broadsheet.lucene.schema;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/** The field of all words noted in the texts before it in the document. */
final class AllWordsField extends Field {

  private static final FieldType TYPE = new FieldType();

  static {
    TYPE.setTokenized(true);
    TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    TYPE.freeze();
  }

  private final ArticleWords words;

  AllWordsField(ArticleWords words) {
    super(IndexSchema.ALL_WORDS, TYPE);
    this.words = words;
  }

  @Override
  public TokenStream tokenStream(Analyzer ofWriter, @Nullable TokenStream reuse) {
    return words.all();
  }
}
