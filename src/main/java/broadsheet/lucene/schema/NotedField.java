package broadsheet.lucene.schema;

import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.EmptyTokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/** A field of terms noted in the texts before it in the document. */
final class NotedField extends Field {

  private static final FieldType WITH_NORMS = type(true);
  private static final FieldType WITHOUT_NORMS = type(false);

  private final Supplier<TokenStream> terms;

  /**
   * A field without positions.
   *
   * @param hasNorms whether the number of terms counts in scores
   * @param terms with their frequencies
   */
  NotedField(String name, boolean hasNorms, Supplier<TokenStream> terms) {
    this(name, hasNorms ? WITH_NORMS : WITHOUT_NORMS, terms);
  }

  NotedField(String name, FieldType type, Supplier<TokenStream> terms) {
    super(name, type);
    this.terms = terms;
  }

  /**
   * The field of a document that is not an article: no words, and a length of 0. If every document
   * has a length, Lucene finds an article's without a search.
   */
  static NotedField noWords() {
    return new NotedField(IndexSchema.ALL_WORDS, true, EmptyTokenStream::new);
  }

  /** A field of terms that are neither counted nor scored. */
  static FieldType plain() {
    FieldType type = new FieldType(WITHOUT_NORMS);
    type.setIndexOptions(IndexOptions.DOCS);
    type.freeze();
    return type;
  }

  private static FieldType type(boolean hasNorms) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(!hasNorms);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }

  @Override
  public TokenStream tokenStream(Analyzer ofWriter, @Nullable TokenStream reuse) {
    return terms.get();
  }
}
