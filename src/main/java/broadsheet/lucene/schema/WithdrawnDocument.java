package broadsheet.lucene.schema;

import broadsheet.lucene.furniture.WordRuns;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/**
 * Keeps a record that its provider withdrew, so that it can return without being read again. Of an
 * article's fields it has only {@link IndexSchema#RECORD}, so no search for articles finds, counts
 * or measures it.
 */
public final class WithdrawnDocument {

  /** The versions of items that the record represents; see {@link ItemTerm}. */
  public static final String ITEM = "withdrawn.item";

  /** The id that the record asks for; notices have those of the items that they name. */
  public static final String ID = "withdrawn.id";

  /** The file it was read from. */
  public static final String FILE = "withdrawn.file";

  /** The {@link Fingerprint} of its article. */
  public static final String ARTICLE = "withdrawn.article";

  /** Before the names of the article's stored fields. */
  private static final String KEPT = "withdrawn.kept.";

  private WithdrawnDocument() {}

  /** The document of an article with one location. */
  public static Document of(IndexedArticle article) {
    Document document = of(article.first(), Fingerprint.of(article));
    document.add(new StoredField(FILE, article.first().file()));
    for (IndexableField field :
        ArticleDocument.unsearched(article, WordRuns.of(article.article()))) {
      if (field.fieldType().stored()) {
        document.add(stored(KEPT + field.name(), field));
      }
    }
    return document;
  }

  /** Whether a document is one, by its stored fields. */
  public static boolean is(Document document) {
    return document.getField(ID) != null;
  }

  /** Restores an article from {@link #of(IndexedArticle)}. */
  public static IndexedArticle article(Document document) {
    Document article = new Document();
    for (IndexableField field : document) {
      if (field.name().startsWith(KEPT)) {
        article.add(stored(field.name().substring(KEPT.length()), field));
      }
    }
    return new StoredArticle(article).indexed();
  }

  /** The article in a document, withdrawn or not, as it was read; empty if there is none. */
  public static Optional<IndexedArticle> asRead(Document stored) {
    if (is(stored)) {
      return Optional.of(article(stored).asRead());
    }
    return stored.get(IndexSchema.ID) == null
        ? Optional.empty()
        : Optional.of(new StoredArticle(stored).indexed().asRead());
  }

  /** The document of a location, without the article. */
  public static Document of(RecordPlace place, BytesRef fingerprint) {
    Document document = new Document();
    document.add(NotedField.noWords());
    document.add(new StringField(IndexSchema.RECORD, place.key(), Field.Store.NO));
    document.add(new StringField(ID, place.claim(), Field.Store.YES));
    document.add(new StringField(ARTICLE, fingerprint, Field.Store.NO));
    ItemTerm.add(ITEM, place.items().stream(), document);
    return document;
  }

  private static StoredField stored(String name, IndexableField field) {
    Number number = field.numericValue();
    String text = field.stringValue();
    if (number instanceof Integer) {
      return new StoredField(name, number.intValue());
    } else if (number != null) {
      return new StoredField(name, number.longValue());
    }
    return text == null ? new StoredField(name, field.binaryValue()) : new StoredField(name, text);
  }
}
