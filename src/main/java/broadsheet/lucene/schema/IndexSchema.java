package broadsheet.lucene.schema;

import broadsheet.engine.request.FacetField;
import broadsheet.lucene.analysis.ArticleAnalyzer;
import broadsheet.lucene.analysis.LanguageTagAnalyzer;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.query.QueryField;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/**
 * The fields of the index, their analyzers and the similarity: what indexing and searching must
 * agree on, in one place. A change here that changes what is written needs a new {@link
 * IndexFormat#VERSION}.
 *
 * <p>A searchable field of the index bears the name a reader types ({@link QueryField#label}).
 * Names with a dot are the index's own.
 */
public final class IndexSchema {

  /** The first calendar day the article may be of, as days since 1970-01-01; absent if unknown. */
  public static final String FIRST_DAY = "date.first";

  /** The last calendar day the article may be of, as days since 1970-01-01; absent if unknown. */
  public static final String LAST_DAY = "date.last";

  /** Printed date and time as seconds since 1970-01-01 without any zone; absent if unknown. */
  public static final String SORT_TIME = "date.sort";

  /** The language by whose rules the article is stemmed, {@link StemmedLanguages#NONE} if none. */
  public static final String STEMS = "language.stems";

  /** The article's evidence of the language of its source; see {@link LanguageEvidence}. */
  public static final String LANGUAGE_EVIDENCE = "language.evidence";

  /** The article's id, whole: as a term, and as a value to sort by. */
  public static final String ID = QueryField.ID.label();

  /** Each place the article was read at, see {@link RecordPlace#key}. */
  public static final String RECORD = "record";

  /** A file that has more places of the article than are kept, see {@link IndexedArticle}. */
  public static final String UNLISTED = "record.unlisted";

  /** The id the article asks for, where another has it. */
  public static final String CLAIM = "id.claim";

  /** What tells it from articles that are not the same in every word; see {@link Fingerprint}. */
  public static final String FINGERPRINT = "fingerprint";

  /** How often it was read beyond the first time; absent if once. */
  public static final String COPIES = "copies";

  /** The hashes of the article's {@link Sketch}, as terms. */
  public static final String SKETCH = "sketch";

  /** The article's {@link Sketch} as one value. */
  public static final String PACKED_SKETCH = "sketch.packed";

  /** The same number for articles that are reprints of each other; absent if there is none. */
  public static final String FAMILY = "family";

  /** How many words title, standfirst and body have. */
  public static final String WORDS = QueryField.WORDS.label();

  /**
   * Every form of every word of the {@link #DEFAULT_FIELDS}, without positions, so that a word is
   * looked for in all of them at once and by one term.
   */
  public static final String ALL_WORDS = "words.all";

  /** The article's {@link ForwardText}. */
  public static final String FORWARD = "words.forward";

  /**
   * How often a word counts in {@link #ALL_WORDS} for each time it stands in a field. So BM25 over
   * that field is BM25F with these weights.
   *
   * <p>Source: Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields",
   * CIKM 2004; the figures behind the weights are in {@code docs/ranking.md}.
   */
  private static final Map<QueryField, Integer> ALL_WORDS_WEIGHTS =
      Map.of(
          QueryField.TITLE,
          3,
          QueryField.STANDFIRST,
          2,
          QueryField.BODY,
          1,
          QueryField.DATELINE,
          1);

  /**
   * The fields anything without a field is looked for in, and how much a match in each counts where
   * they are looked into one by one: phrases and patterns.
   */
  public static final Map<QueryField, Float> DEFAULT_FIELDS =
      Map.of(
          QueryField.TITLE, 1.5f,
          QueryField.STANDFIRST, 1.2f,
          QueryField.BODY, 1f,
          QueryField.DATELINE, 0.3f);

  /** Running text, in the order a page prints it. */
  public static final List<QueryField> TEXT_FIELDS =
      Arrays.stream(QueryField.values()).filter(f -> f.kind() == QueryField.Kind.TEXT).toList();

  private IndexSchema() {}

  /**
   * How far apart the index writer keeps the texts of one field. How it cuts them, each field of
   * {@link ArticleDocument} brings along itself.
   */
  public static Analyzer analyzer() {
    return ArticleAnalyzer.forKeywords();
  }

  /**
   * How a field's texts are cut.
   *
   * @param language of the article, as {@link StemmedLanguages#of} gives it
   */
  static Analyzer indexAnalyzer(QueryField field, String language) {
    return field == QueryField.LANGUAGE
        ? LanguageTagAnalyzer.forIndex()
        : queryAnalyzer(field, language);
  }

  /**
   * How what is looked for in a field is cut, so that it meets what {@link #indexAnalyzer} made.
   *
   * @param language of the articles it is looked for in, as {@link StemmedLanguages#of} gives it
   */
  public static Analyzer queryAnalyzer(QueryField field, String language) {
    if (field == QueryField.LANGUAGE) {
      return LanguageTagAnalyzer.forQuery();
    }
    return field.kind() == QueryField.Kind.TEXT
        ? ArticleAnalyzer.forText(language)
        : ArticleAnalyzer.forKeywords();
  }

  /** Finds every article, and nothing of the ledger. */
  public static Query articles() {
    return new FieldExistsQuery(WORDS);
  }

  /**
   * How much a word counts in {@link #ALL_WORDS} each time it stands in a field; 0 for not there.
   */
  static int weightInAllWords(QueryField field) {
    return ALL_WORDS_WEIGHTS.getOrDefault(field, 0);
  }

  /** How a match is scored: BM25, with Lucene's parameters. */
  public static Similarity similarity() {
    return new BM25Similarity();
  }

  /** The field that holds a facet's whole values. */
  public static String valuesOf(FacetField facet) {
    return facet.label() + ".value";
  }

  /** The searchable field of the words of a facet that is one of the keywords. */
  public static QueryField wordsOf(FacetField facet) {
    return QueryField.valueOf(facet.name());
  }

  /** Positions and offsets, so that what matched can be marked without reading the text again. */
  static FieldType markable(boolean hasNorms) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(!hasNorms);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }
}
