package broadsheet.lucene.schema;

import broadsheet.lucene.analysis.QuoteMarkerFilter;
import broadsheet.lucene.analysis.SentenceMarkerFilter;
import broadsheet.names.Mention;
import broadsheet.names.NamedPart;
import broadsheet.names.Quote;
import broadsheet.query.QueryField;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * The quotes of an article as one text: its body with blanks in place of everything else, so that
 * offsets are those of the body. Each quote is a paragraph, to which the name of its speaker
 * belongs as printed.
 */
final class QuotesField extends Field {

  private final String body;
  private final String text;
  private final int[] starts;
  private final int[] breaks;
  private final Analyzer analyzer;

  /**
   * @param quotes in the order of the body; at least one
   */
  QuotesField(IndexedArticle indexed, List<Quote> quotes, String stems, FieldType type) {
    super(QueryField.SAID.label(), "", type);
    body = NamedPart.BODY.of(indexed.article().own());
    analyzer = IndexSchema.indexAnalyzer(QueryField.SAID, stems);
    char[] shown = new char[body.length()];
    Arrays.fill(shown, ' ');
    starts = new int[quotes.size()];
    SortedSet<Integer> pieces = new TreeSet<>();
    for (int i = 0; i < starts.length; i++) {
      Quote quote = quotes.get(i);
      Mention speaker = indexed.names().mentions().get(quote.speaker());
      show(speaker.start(), speaker.end(), shown);
      pieces.add(speaker.start());
      for (Quote.Piece piece : quote.pieces()) {
        show(piece.start(), piece.end(), shown);
        pieces.add(piece.start());
      }
      starts[i] = first(quote, speaker);
    }
    Arrays.sort(starts);
    breaks = pieces.stream().mapToInt(Integer::intValue).toArray();
    text = new String(shown);
  }

  private void show(int start, int end, char[] shown) {
    body.getChars(start, end, shown, start);
  }

  /** The start of a quote, or of its speaker if the paragraph names them first. */
  private int first(Quote quote, Mention speaker) {
    int start = quote.pieces().getFirst().start();
    boolean isBefore =
        speaker.start() < start && body.substring(speaker.start(), start).indexOf('\n') < 0;
    return isBefore ? speaker.start() : start;
  }

  @Override
  public TokenStream tokenStream(Analyzer ofWriter, @Nullable TokenStream reuse) {
    TokenStream words = new SentenceMarkerFilter(analyzer.tokenStream(name(), text), body, false);
    return new QuoteMarkerFilter(words, starts, breaks);
  }
}
