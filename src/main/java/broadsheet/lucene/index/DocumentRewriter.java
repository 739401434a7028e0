package broadsheet.lucene.index;

import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.Added;
import broadsheet.lucene.schema.Fingerprint;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.Lineage;
import broadsheet.lucene.schema.PlaceDocument;
import broadsheet.lucene.schema.RecordPlace;
import broadsheet.lucene.schema.StoredArticle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** Replaces articles of the index, and notes them as changes. */
final class DocumentRewriter {

  private final IndexWriter writer;
  private final ArticleForm form;
  private final ChangeSet touched;

  DocumentRewriter(OpenedIndex index, ChangeSet touched) {
    this.writer = index.writer();
    this.form = index.form();
    this.touched = touched;
  }

  /** Replaces several articles by one. */
  void replace(Collection<IndexedArticle> old, IndexedArticle article) throws IOException {
    List<Term> places =
        old.stream()
            .flatMap(each -> each.places().stream())
            .map(RecordPlace::key)
            .map(key -> new Term(IndexSchema.RECORD, key))
            .toList();
    writer.deleteDocuments(places.toArray(Term[]::new));
    writer.addDocument(form.of(article));
    touched.written(article);
  }

  /** Replaces all articles with a fingerprint by one. */
  void replaceAll(BytesRef fingerprint, IndexedArticle article) throws IOException {
    writer.deleteDocuments(new Term(IndexSchema.FINGERPRINT, BytesRef.deepCopyOf(fingerprint)));
    writer.addDocument(form.of(article));
    touched.written(article);
  }

  /** Adds a further location of the article with a fingerprint. */
  void addPlace(BytesRef fingerprint, RecordPlace place) throws IOException {
    writer.addDocument(PlaceDocument.of(place, BytesRef.deepCopyOf(fingerprint)));
  }

  /** All locations of an article, also those that it does not list. */
  static List<RecordPlace> places(IndexedArticle article, LiveTerms live) throws IOException {
    List<RecordPlace> places = new ArrayList<>(article.places());
    if (article.further() > 0) {
      BytesRef fingerprint = Fingerprint.of(article);
      for (int each : live.documents(PlaceDocument.ARTICLE, fingerprint, Integer.MAX_VALUE)) {
        places.add(PlaceDocument.place(live.stored(each)));
      }
    }
    return places;
  }

  static IndexedArticle read(IndexReader reader, int document) throws IOException {
    return new StoredArticle(reader.storedFields().document(document))
        .indexed()
        .addedIn(Added.of(reader, document))
        .with(Lineage.of(reader, document));
  }
}
