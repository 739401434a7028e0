package broadsheet.lucene.schema;

import java.io.IOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * Stores a further location of an article as a document of its own; the article lists only its
 * first {@value IndexedArticle#LISTED}. Of an article's fields it has only {@link
 * IndexSchema#RECORD} and {@link IndexSchema#ITEM}, so no search for articles finds it.
 */
public final class PlaceDocument {

  /** The {@link Fingerprint} of the article: as a term, and as doc values. */
  public static final String ARTICLE = "place.article";

  private PlaceDocument() {}

  /** The document of a location of the article with a fingerprint. */
  public static Document of(RecordPlace place, BytesRef fingerprint) {
    Document document = new Document();
    document.add(NotedField.noWords());
    document.add(new StringField(IndexSchema.RECORD, place.key(), Field.Store.NO));
    document.add(new StoredField(StoredArticle.PLACE, place.stored()));
    ItemTerm.add(IndexSchema.ITEM, place.items().stream(), document);
    document.add(new StringField(ARTICLE, fingerprint, Field.Store.NO));
    document.add(new SortedDocValuesField(ARTICLE, fingerprint));
    return document;
  }

  /** Restores a location from {@link #of}. */
  public static RecordPlace place(Document document) {
    return RecordPlace.ofStored(document.get(StoredArticle.PLACE));
  }

  /** The fingerprint of the article in a document, or of that of which it is a location. */
  public static BytesRef fingerprint(IndexReader reader, int document) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    // Opened again for each: documents come in the order of their terms, and values only go
    // forward.
    SortedDocValues further = DocValues.getSorted(leaf.reader(), ARTICLE);
    return further.advanceExact(document - leaf.docBase)
        ? BytesRef.deepCopyOf(further.lookupOrd(further.ordValue()))
        : Fingerprint.of(new StoredArticle(reader.storedFields().document(document)).indexed());
  }
}
