package broadsheet.lucene.schema;

import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.util.BytesRef;

/**
 * The doc-values field of the forward index: the words noted in the texts before it in the
 * document, in order.
 */
final class ForwardField extends Field {

  private static final FieldType TYPE = new FieldType();

  static {
    TYPE.setDocValuesType(DocValuesType.BINARY);
    TYPE.freeze();
  }

  private final ArticleWords words;

  ForwardField(ArticleWords words) {
    super(IndexSchema.FORWARD, TYPE);
    this.words = words;
  }

  @Override
  public BytesRef binaryValue() {
    return words.packedForward();
  }
}
