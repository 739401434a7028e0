package broadsheet.lucene.schema;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.jspecify.annotations.Nullable;

/** A text that is cut by an analyzer of its own: that of its article's language. */
final class AnalysedField extends Field {

  private final String text;
  private final Analyzer analyzer;

  AnalysedField(String name, String text, FieldType type, Analyzer analyzer) {
    super(name, text, type);
    this.text = text;
    this.analyzer = analyzer;
  }

  /** Ignores the writer's analyzer, and lets each analyzer reuse its own streams. */
  @Override
  public TokenStream tokenStream(Analyzer ofWriter, @Nullable TokenStream reuse) {
    return analyzer.tokenStream(name(), text);
  }
}
