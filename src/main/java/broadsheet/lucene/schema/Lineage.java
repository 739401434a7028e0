package broadsheet.lucene.schema;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * The other versions of an article in the archive. Immutable.
 *
 * @param isSuperseded whether there is a later one
 * @param earlier the number of earlier ones; 0 if there is a later one
 */
public record Lineage(boolean isSuperseded, int earlier) {

  /** No other versions. */
  public static final Lineage NONE = new Lineage(false, 0);

  /** The other versions of the article in a document. */
  public static Lineage of(IndexReader reader, int document) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    return of(leaf.reader(), document - leaf.docBase);
  }

  /** The other versions of the article in a document of a segment. */
  public static Lineage of(LeafReader segment, int document) throws IOException {
    boolean isSuperseded = value(segment, IndexSchema.SUPERSEDED, document) > 0;
    return new Lineage(isSuperseded, (int) value(segment, IndexSchema.EARLIER, document));
  }

  private static long value(LeafReader segment, String field, int document) throws IOException {
    NumericDocValues values = segment.getNumericDocValues(field);
    return values != null && values.advanceExact(document) ? values.longValue() : 0;
  }

  /** Adds it to the document of the article. */
  void addTo(Document document) {
    if (isSuperseded) {
      document.add(new NumericDocValuesField(IndexSchema.SUPERSEDED, 1));
    }
    if (earlier > 0) {
      document.add(new NumericDocValuesField(IndexSchema.EARLIER, earlier));
    }
  }

  /**
   * Replaces another in the document of an article.
   *
   * @param hasFamily whether the document has a family, to which no superseded article belongs
   * @param article the term of the document
   */
  public void replace(Lineage other, boolean hasFamily, Term article, IndexWriter writer)
      throws IOException {
    List<Field> fields = new ArrayList<>();
    if (isSuperseded != other.isSuperseded) {
      fields.add(field(IndexSchema.SUPERSEDED, isSuperseded ? 1L : null));
    }
    if (earlier != other.earlier) {
      fields.add(field(IndexSchema.EARLIER, earlier > 0 ? (long) earlier : null));
    }
    if (isSuperseded && hasFamily) {
      fields.add(field(IndexSchema.FAMILY, null));
    }
    writer.updateDocValues(article, fields.toArray(Field[]::new));
  }

  private static Field field(String name, @Nullable Long value) {
    return new NumericDocValuesField(name, value);
  }
}
