package broadsheet.lucene.schema;

import broadsheet.lucene.analysis.Borders;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.jspecify.annotations.Nullable;

/** A text that is cut by an analyzer of its own: that of its article's language. */
final class AnalysedField extends Field {

  private final String text;
  private final Analyzer analyzer;

  private final Place place;

  /** Where the text stands in its field, and so whether its sentences' starts are marked. */
  enum Place {
    /** Among other values, in any order. */
    ANY,
    /** The first or only paragraph of its field. */
    FIRST,
    /** A paragraph after another. */
    LATER
  }

  AnalysedField(String name, String text, FieldType type, Analyzer analyzer, Place place) {
    super(name, text, type);
    this.text = text;
    this.analyzer = analyzer;
    this.place = place;
  }

  /** Ignores the writer's analyzer, and lets each analyzer reuse its own streams. */
  @Override
  public TokenStream tokenStream(Analyzer ofWriter, @Nullable TokenStream reuse) {
    TokenStream words = analyzer.tokenStream(name(), text);
    return place == Place.ANY ? words : new Borders(words, text, place == Place.LATER);
  }
}
