package broadsheet.lucene.schema;

import broadsheet.engine.request.FacetField;
import broadsheet.lucene.analysis.ArticleAnalyzer;
import broadsheet.lucene.analysis.LanguageTagAnalyzer;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.furniture.WordRuns;
import broadsheet.query.QueryField;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/**
 * The fields of the index, their analyzers and the similarity: everything that indexing and
 * searching must agree on. Any change to the written data needs a new {@link IndexFormat#VERSION}.
 *
 * <p>A searchable field has the name a reader types ({@link QueryField#label}). Names with a dot
 * are internal.
 */
public final class IndexSchema {

  /**
   * The first calendar day the article may be from, as days since 1970-01-01; absent if unknown.
   */
  public static final String FIRST_DAY = "date.first";

  /** The last calendar day the article may be of, as days since 1970-01-01; absent if unknown. */
  public static final String LAST_DAY = "date.last";

  /** Printed date and time as seconds since 1970-01-01 without a zone; absent if unknown. */
  public static final String SORT_TIME = "date.sort";

  /** The language whose rules stem the article, {@link StemmedLanguages#NONE} if none. */
  public static final String STEMS = "language.stems";

  /** The article's evidence of the language of its source; see {@link LanguageEvidence}. */
  public static final String LANGUAGE_EVIDENCE = "language.evidence";

  /** The article's id, whole: as a term, and as a sortable value. */
  public static final String ID = QueryField.ID.label();

  /** Each listed location of the article, see {@link RecordPlace#key} and {@link PlaceDocument}. */
  public static final String RECORD = "record";

  /** The versions of items that the article's listed locations give; see {@link ItemTerm}. */
  public static final String ITEM = "item";

  /** Present in an article of which the archive has a later version; see {@link LatestVersions}. */
  public static final String SUPERSEDED = "version.superseded";

  /** The number of earlier versions of an article that the archive has; absent for none. */
  public static final String EARLIER = "version.earlier";

  /** The id the article asks for, where another article has it. */
  public static final String CLAIM = "id.claim";

  /** Identifies articles that are word for word the same; see {@link Fingerprint}. */
  public static final String FINGERPRINT = "fingerprint";

  /**
   * A random number by which samples are drawn: the beginning of the {@link #FINGERPRINT}, so that
   * numbers are in the order of its terms.
   */
  public static final String DRAW = "fingerprint.draw";

  /** The number of further times it was read; absent if none. */
  public static final String COPIES = "copies";

  /** The hashes of the article's {@link Sketch}, as terms. */
  public static final String SKETCH = "sketch";

  /** The article's {@link Sketch} as one value. */
  public static final String PACKED_SKETCH = "sketch.packed";

  /** A sample of the runs of words in the article's body, as terms; see {@link WordRuns}. */
  public static final String RUNS = "runs";

  /** The runs of words near those of the sample that other articles of its source repeat. */
  public static final String COMPARED_RUNS = "runs.compared";

  /** A number shared by articles that are reprints of each other; absent if there are none. */
  public static final String FAMILY = "family";

  /** The forms of the names that the article may mention; see {@link StoredNames}. */
  public static final String NAME_FORM = "names.form";

  /** The forms of the names that it quotes. */
  public static final String SPEAKER_FORM = "names.speaker";

  /** The number of words in title, standfirst and body. */
  public static final String WORDS = QueryField.WORDS.label();

  /** The parameter k1 of BM25, which limits the weight of a word's frequency; Lucene's default. */
  public static final double K1 = 1.2;

  /** The parameter b of BM25, the share of the length normalization; Lucene's default. */
  public static final double B = 0.75;

  /**
   * The number of words in the {@link #DEFAULT_FIELDS}, as the analysis cuts them: of their
   * positions. In scripts without blanks each character is one.
   */
  public static final String TOKENS = "words.tokens";

  /** The scan quality in percent, of articles for which it is known. */
  public static final String QUALITY = QueryField.QUALITY.label();

  /**
   * Every form of every word of the {@link #DEFAULT_FIELDS}, without positions, so that one term
   * finds a word in all of them.
   */
  public static final String ALL_WORDS = "words.all";

  /** Every pair of adjacent frequent words, see {@link CommonGrams}; without positions. */
  public static final String PAIRS = "words.pairs";

  /** The article's {@link ForwardText}. */
  public static final String FORWARD = "words.forward";

  /**
   * The frequency that each occurrence of a word in a field adds in {@link #ALL_WORDS}. With these
   * weights, BM25 over that field is BM25F.
   *
   * <p>Source: Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields",
   * CIKM 2004; the measurements behind the weights are in {@code docs/ranking.md}.
   */
  private static final Map<QueryField, Integer> ALL_WORDS_WEIGHTS =
      Map.of(
          QueryField.TITLE,
          3,
          QueryField.STANDFIRST,
          2,
          QueryField.BODY,
          1,
          QueryField.CAPTION,
          1,
          QueryField.DATELINE,
          1);

  /**
   * The default fields, and the weight of a match in each where they are searched one by one: for
   * phrases and patterns.
   */
  public static final Map<QueryField, Float> DEFAULT_FIELDS =
      Map.of(
          QueryField.TITLE, 1.5f,
          QueryField.STANDFIRST, 1.2f,
          QueryField.BODY, 1f,
          QueryField.CAPTION, 0.5f,
          QueryField.DATELINE, 0.3f);

  private IndexSchema() {}

  /**
   * The writer's analyzer, which only sets the gap between values. Each field of {@link
   * ArticleDocument} brings its own tokenization.
   */
  public static Analyzer analyzer() {
    return ArticleAnalyzer.forKeywords();
  }

  /**
   * The analyzer for a field's texts.
   *
   * @param language the language of the article, as {@link StemmedLanguages#of} gives it
   */
  static Analyzer indexAnalyzer(QueryField field, String language) {
    return field == QueryField.LANGUAGE
        ? LanguageTagAnalyzer.forIndex()
        : queryAnalyzer(field, language);
  }

  /**
   * The analyzer for queries on a field, the counterpart of {@link #indexAnalyzer}.
   *
   * @param language the language of the articles to be searched, as {@link StemmedLanguages#of}
   *     gives it
   */
  public static Analyzer queryAnalyzer(QueryField field, String language) {
    if (field == QueryField.LANGUAGE) {
      return LanguageTagAnalyzer.forQuery();
    }
    return field.kind() == QueryField.Kind.TEXT
        ? ArticleAnalyzer.forText(language)
        : ArticleAnalyzer.forKeywords();
  }

  /** Matches every article and none of the ledger's documents. */
  public static Query articles() {
    return new FieldExistsQuery(WORDS);
  }

  /** The weight in {@link #ALL_WORDS} of a word in a field; 0 for a field that is not in it. */
  static int weightInAllWords(QueryField field) {
    return ALL_WORDS_WEIGHTS.getOrDefault(field, 0);
  }

  /** The similarity: BM25 with {@link #K1} and {@link #B}. */
  public static Similarity similarity() {
    return new BM25Similarity((float) K1, (float) B);
  }

  /** The field with the places of names in the text of a field; see {@link NamePlaces}. */
  public static String namesIn(String field) {
    return "names." + field;
  }

  /** The field that holds a facet's whole values. */
  public static String valuesOf(FacetField facet) {
    return facet.label() + ".value";
  }

  /** The searchable field with the words of a keyword facet. */
  public static QueryField wordsOf(FacetField facet) {
    return QueryField.valueOf(facet.name());
  }

  /**
   * Indexed with positions and offsets, so that matches can be marked without analyzing the text
   * again.
   */
  static FieldType markable(boolean hasNorms) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(!hasNorms);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }
}
