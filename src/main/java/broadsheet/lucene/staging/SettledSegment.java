package broadsheet.lucene.staging;

import broadsheet.lucene.schema.Added;
import broadsheet.lucene.schema.Fingerprint;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.LedgerDocument;
import broadsheet.lucene.schema.Lineage;
import broadsheet.lucene.schema.NamesDocument;
import broadsheet.lucene.schema.PlaceDocument;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.schema.UnreadableIndex;
import broadsheet.lucene.schema.WithdrawnDocument;
import broadsheet.lucene.shard.ShippedDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads the documents of a segment of a working copy, in their order. Not thread-safe. */
final class SettledSegment {

  /** The values that change in a document without writing it anew. */
  record Marks(OptionalLong family, Lineage lineage) {}

  private final LeafReader segment;
  private final Path folder;
  private final StoredFields stored;
  private final @Nullable Bits live;
  private final NumericDocValues families;
  private final SortedDocValues articles;
  private final SortedDocValues files;
  private final NumericDocValues numbers;

  /**
   * @param folder the folder of the index, for messages
   */
  SettledSegment(LeafReader segment, Path folder) throws IOException {
    this.segment = segment;
    this.folder = folder;
    stored = segment.storedFields();
    live = segment.getLiveDocs();
    families = DocValues.getNumeric(segment, IndexSchema.FAMILY);
    articles = DocValues.getSorted(segment, PlaceDocument.ARTICLE);
    files = DocValues.getSorted(segment, LedgerDocument.ENTRY_FILE);
    numbers = DocValues.getNumeric(segment, LedgerDocument.NUMBER);
  }

  boolean isLive(int document) {
    return live == null || live.get(document);
  }

  Marks marks(int document) {
    try {
      OptionalLong family =
          families.advanceExact(document)
              ? OptionalLong.of(families.longValue())
              : OptionalLong.empty();
      return new Marks(family, Lineage.of(segment, document));
    } catch (IOException e) {
      throw UnreadableIndex.because(e, folder);
    }
  }

  ShippedDocument sent(int document) {
    try {
      return read(document);
    } catch (IOException e) {
      throw UnreadableIndex.because(e, folder);
    }
  }

  private ShippedDocument read(int document) throws IOException {
    Document fields = stored.document(document);
    if (WithdrawnDocument.is(fields)) {
      IndexedArticle article = WithdrawnDocument.article(fields);
      return new ShippedDocument.OfWithdrawn(article.first(), Fingerprint.of(article));
    } else if (fields.getField(IndexSchema.ID) != null) {
      Marks marks = marks(document);
      IndexedArticle article =
          new StoredArticle(fields)
              .indexed()
              .addedIn(Added.of(segment, document))
              .with(marks.lineage());
      return new ShippedDocument.OfArticle(article, marks.family());
    } else if (fields.getField(LedgerDocument.FILE) != null) {
      return new ShippedDocument.OfFile(LedgerDocument.file(fields));
    } else if (fields.getField(LedgerDocument.OUTCOME) != null) {
      long number = numbers.advanceExact(document) ? numbers.longValue() : 0;
      return new ShippedDocument.OfEntry(
          text(files, document).utf8ToString(), number, LedgerDocument.entry(fields));
    } else if (fields.getField(NamesDocument.NUMBER) != null) {
      return new ShippedDocument.OfNames(NamesDocument.of(fields));
    }
    return new ShippedDocument.OfPlace(PlaceDocument.place(fields), text(articles, document));
  }

  private BytesRef text(SortedDocValues values, int document) throws IOException {
    return values.advanceExact(document)
        ? BytesRef.deepCopyOf(values.lookupOrd(values.ordValue()))
        : new BytesRef();
  }
}
