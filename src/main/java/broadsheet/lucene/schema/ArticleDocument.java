package broadsheet.lucene.schema;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.FacetField;
import broadsheet.query.QueryField;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;

/** Turns an article into what the index writer takes. {@link StoredArticle} is the way back. */
public final class ArticleDocument {

  private static final FieldType TEXT = IndexSchema.markable(true);
  private static final FieldType LABEL = IndexSchema.markable(false);

  private final Document document = new Document();

  private ArticleDocument() {}

  /** The document of an article. */
  public static Document of(IndexedArticle indexed) {
    ArticleDocument made = new ArticleDocument();
    Article article = indexed.article();
    made.addIdentity(indexed);
    made.addTexts(article);
    made.addLabels(indexed);
    made.addDate(article.publishedAt());
    made.addSketch(article);
    return made.document;
  }

  private void addIdentity(IndexedArticle indexed) {
    Article article = indexed.article();
    document.add(new StringField(IndexSchema.ID, article.id(), Field.Store.YES));
    String claim = indexed.first().claim();
    if (!claim.equals(article.id())) {
      document.add(new StringField(IndexSchema.CLAIM, claim, Field.Store.NO));
    }
    document.add(new StringField(IndexSchema.FINGERPRINT, Fingerprint.of(indexed), Field.Store.NO));
    for (RecordPlace place : indexed.places()) {
      document.add(new StringField(IndexSchema.RECORD, place.key(), Field.Store.NO));
      document.add(new StoredField(StoredArticle.PLACE, place.stored()));
    }
    int copies = indexed.places().size() - 1;
    if (copies > 0) {
      document.add(new NumericDocValuesField(IndexSchema.COPIES, copies));
    }
  }

  /** By which reprints are found; see {@link Sketch}. */
  private void addSketch(Article article) {
    Sketch sketch = Sketch.of(article.paragraphs());
    for (long hash : sketch.hashes()) {
      document.add(new StringField(IndexSchema.SKETCH, Sketch.term(hash), Field.Store.NO));
    }
    if (sketch.hashes().length > 0) {
      document.add(new BinaryDocValuesField(IndexSchema.PACKED_SKETCH, sketch.packed()));
    }
  }

  private void addTexts(Article article) {
    addText(QueryField.TITLE, article.title());
    addText(QueryField.STANDFIRST, article.standfirst());
    addText(QueryField.DATELINE, article.dateline());
    addParagraphs(QueryField.BODY, article.paragraphs());
    addParagraphs(QueryField.RELATED, article.related());
    if (!article.paragraphs().isEmpty()) {
      document.add(new Field(QueryField.LEAD.label(), article.paragraphs().getFirst(), TEXT));
    }
    document.add(new IntField(IndexSchema.WORDS, WordCount.of(article), Field.Store.NO));
  }

  private void addText(QueryField field, String text) {
    if (!text.isEmpty()) {
      document.add(new Field(field.label(), text, TEXT));
      store(field.label(), text);
    }
  }

  /** Stored as one text with a line a paragraph: the offsets of the index count through it. */
  private void addParagraphs(QueryField field, List<String> paragraphs) {
    if (!paragraphs.isEmpty()) {
      paragraphs.forEach(text -> document.add(new Field(field.label(), text, TEXT)));
      store(field.label(), String.join(StoredArticle.PARAGRAPH_BREAK, paragraphs));
    }
  }

  private void addLabels(IndexedArticle indexed) {
    Article article = indexed.article();
    for (FacetField facet : FacetField.values()) {
      for (String value : FacetValues.of(indexed, facet)) {
        addLabel(IndexSchema.wordsOf(facet), value);
        document.add(
            new KeywordField(
                IndexSchema.valuesOf(facet), FacetValues.indexed(value), Field.Store.NO));
      }
    }
    if (!article.url().isEmpty()) {
      addLabel(QueryField.URL, article.url());
    }
  }

  private void addLabel(QueryField field, String value) {
    document.add(new Field(field.label(), value, LABEL));
    store(field.label(), value);
  }

  private void addDate(PublicationDate date) {
    if (!date.isKnown()) {
      return;
    }
    var first = date.first().orElseThrow();
    int lastDay = (int) date.last().orElseThrow().toEpochDay();
    document.add(new IntField(IndexSchema.FIRST_DAY, (int) first.toEpochDay(), Field.Store.NO));
    document.add(new IntField(IndexSchema.LAST_DAY, lastDay, Field.Store.NO));
    LocalTime time = date.time().orElse(LocalTime.MIN);
    long seconds = first.atTime(time).toEpochSecond(ZoneOffset.UTC);
    document.add(new NumericDocValuesField(IndexSchema.SORT_TIME, seconds));
    store(StoredArticle.DATE, date.iso());
    store(StoredArticle.DATE_ORIGIN, date.origin().name());
  }

  private void store(String field, String value) {
    if (!value.isEmpty()) {
      document.add(new StoredField(field, value));
    }
  }
}
