package broadsheet.lucene.schema;

import broadsheet.article.Article;
import broadsheet.article.Furniture;
import broadsheet.article.LanguageBasis;
import broadsheet.article.Positions;
import broadsheet.article.PublicationDate;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.StoredFields;

/**
 * Reads an article from its stored fields: the reverse of {@link ArticleDocument}. Immutable.
 *
 * @param document the stored fields
 */
public record StoredArticle(Document document) {

  /** Separates the paragraphs of the stored body; a single character, as offsets assume. */
  public static final String PARAGRAPH_BREAK = "\n";

  static final String PLACE = "record.place";
  static final String FURTHER = "record.further";
  static final String LANGUAGE_BASIS = "language.basis";
  static final String DATE = "date.stored";
  static final String DATE_ORIGIN = "date.origin";

  /** The stored fields of {@link #publishedAt}. */
  public static final Set<String> DATES = Set.of(DATE, DATE_ORIGIN);

  public String id() {
    return text(IndexSchema.ID);
  }

  /**
   * The first stored value of a field; empty when there is none. The body has blanks in place of
   * its furniture.
   */
  public String text(QueryField field) {
    return text(field.label());
  }

  /** All values of a field; empty when there are none. */
  public List<String> values(QueryField field) {
    return Arrays.asList(document.getValues(field.label()));
  }

  /** The paragraphs of a field that has several. */
  public List<String> paragraphs(QueryField field) {
    return split(text(field));
  }

  private static List<String> split(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(PARAGRAPH_BREAK, -1));
  }

  /** The body with its furniture, which {@link #text} has blanks for. */
  public String wholeBody() {
    return furniture().putInto(text(QueryField.BODY), text(QueryField.FURNITURE));
  }

  /** The stretches that its source repeats. */
  public Furniture furniture() {
    return StoredFurniture.of(document);
  }

  public PublicationDate publishedAt() {
    String iso = text(DATE);
    return iso.isEmpty()
        ? PublicationDate.unknown()
        : new PublicationDate(iso, PublicationDate.Origin.valueOf(text(DATE_ORIGIN)));
  }

  private LanguageBasis languageBasis() {
    String basis = text(LANGUAGE_BASIS);
    return basis.isEmpty() ? LanguageBasis.UNKNOWN : LanguageBasis.valueOf(basis);
  }

  /** Its first locations, in order. */
  public List<RecordPlace> places() {
    return Arrays.stream(document.getValues(PLACE)).map(RecordPlace::ofStored).toList();
  }

  /** The first location of a document, see {@link IndexedArticle#first}. */
  public static RecordPlace firstPlace(StoredFields stored, int document) throws IOException {
    return new StoredArticle(stored.document(document, Set.of(PLACE))).places().getFirst();
  }

  /** See {@link IndexedArticle#further}. */
  public long further() {
    IndexableField further = document.getField(FURTHER);
    return further == null ? 0 : further.numericValue().longValue();
  }

  /** The whole article with its locations. */
  public IndexedArticle indexed() {
    return new IndexedArticle(
        article(),
        places(),
        further(),
        Added.NONE,
        Lineage.NONE,
        StoredNames.of(document),
        StoredFurniture.zones(document));
  }

  /** The whole article. */
  public Article article() {
    List<RecordPlace> places = places();
    return Article.withId("")
        .id(id(), places.getFirst().origin())
        .title(text(QueryField.TITLE))
        .standfirst(text(QueryField.STANDFIRST))
        .dateline(text(QueryField.DATELINE))
        .paragraphs(split(wholeBody()))
        .captions(paragraphs(QueryField.CAPTION))
        .corrections(paragraphs(QueryField.CORRECTION))
        .related(paragraphs(QueryField.RELATED))
        .authors(values(QueryField.AUTHOR))
        .source(text(QueryField.SOURCE))
        .section(text(QueryField.SECTION))
        .edition(text(QueryField.EDITION))
        .collection(text(QueryField.COLLECTION))
        .correctionOf(text(QueryField.CORRECTION_OF))
        .topics(values(QueryField.TOPIC))
        .places(values(QueryField.PLACE))
        .people(values(QueryField.PERSON))
        .organisations(values(QueryField.ORGANISATION))
        .speakers(values(QueryField.SPEAKER))
        .language(text(QueryField.LANGUAGE), languageBasis())
        .url(text(QueryField.URL))
        .publishedAt(publishedAt())
        .locations(IndexedArticle.told(places))
        .positions(positions())
        .items(places.getFirst().items())
        .furniture(furniture())
        .build();
  }

  /** Its positions, without the places of its words unless they were read. */
  public Positions positions() {
    return StoredPositions.of(document);
  }

  private String text(String field) {
    String value = document.get(field);
    return value == null ? "" : value;
  }
}
