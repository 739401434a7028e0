package broadsheet.lucene.schema;

import broadsheet.lucene.analysis.SentenceMarkerFilter;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.jspecify.annotations.Nullable;

/** A text field with its own analyzer: that of its article's language. */
final class AnalysedField extends Field {

  private final String text;
  private final Cut cut;

  /** The place of the text in its field, which decides whether sentence starts are marked. */
  enum Place {
    /** One of several values, in any order. */
    ANY,
    /** The first or only paragraph of its field. */
    FIRST,
    /** A later paragraph of its field. */
    LATER
  }

  /**
   * The analysis of the text.
   *
   * @param noting adds the last filter, which takes note of the words
   */
  record Cut(Analyzer analyzer, Place place, UnaryOperator<TokenStream> noting) {}

  AnalysedField(String name, String text, FieldType type, Cut cut) {
    super(name, text, type);
    this.text = text;
    this.cut = cut;
  }

  /** Ignores the writer's analyzer, and lets each analyzer reuse its own streams. */
  @Override
  public TokenStream tokenStream(Analyzer ofWriter, @Nullable TokenStream reuse) {
    TokenStream words = cut.analyzer.tokenStream(name(), text);
    return cut.noting.apply(
        cut.place == Place.ANY
            ? words
            : new SentenceMarkerFilter(words, text, cut.place == Place.LATER));
  }
}
