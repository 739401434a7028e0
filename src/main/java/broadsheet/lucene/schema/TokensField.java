package broadsheet.lucene.schema;

import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DocValuesType;

/** The field of the number of words noted in the texts before it in the document. */
final class TokensField extends Field {

  private static final FieldType TYPE = new FieldType();

  static {
    TYPE.setDocValuesType(DocValuesType.NUMERIC);
    TYPE.freeze();
  }

  private final ArticleWords words;

  TokensField(ArticleWords words) {
    super(IndexSchema.TOKENS, TYPE);
    this.words = words;
  }

  @Override
  public Number numericValue() {
    return words.count();
  }
}
