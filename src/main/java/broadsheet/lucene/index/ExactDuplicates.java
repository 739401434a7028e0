package broadsheet.lucene.index;

import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.RecordPlace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;

/**
 * Merges exact duplicates, articles that are word for word the same, into one. It lists the first
 * of their locations; the others become documents of their own.
 */
final class ExactDuplicates {

  private final IndexReader reader;
  private final DocumentRewriter rewriting;
  private long merged;

  ExactDuplicates(IndexReader reader, DocumentRewriter rewriting) {
    this.reader = reader;
    this.rewriting = rewriting;
  }

  /** Merges all duplicates and returns the number of articles that were merged into another. */
  long merge(ChangeSet touched) throws IOException {
    LiveTerms live = new LiveTerms(reader);
    if (touched.isAll()) {
      live.eachShared(IndexSchema.FINGERPRINT, Integer.MAX_VALUE, this::merge);
    } else {
      for (BytesRef fingerprint : List.copyOf(touched.fingerprints())) {
        merge(fingerprint, live.documents(IndexSchema.FINGERPRINT, fingerprint, Integer.MAX_VALUE));
      }
    }
    return merged;
  }

  /** Merges one article at a time: there may be more than fit in memory. */
  private void merge(BytesRef fingerprint, List<Integer> documents) throws IOException {
    if (documents.size() < 2) {
      return;
    }
    BoundedLocations listed = new BoundedLocations(IndexedArticle.LISTED);
    IndexedArticle first = DocumentRewriter.read(reader, documents.getFirst());
    long further = 0;
    for (int document : documents) {
      IndexedArticle article = DocumentRewriter.read(reader, document);
      further += article.further();
      for (RecordPlace place : article.places()) {
        Optional<RecordPlace> unlisted = listed.add(place);
        if (unlisted.isPresent()) {
          rewriting.addPlace(fingerprint, unlisted.get());
          further++;
        }
      }
      first = article.first().compareTo(first.first()) < 0 ? article : first;
    }
    rewriting.replaceAll(fingerprint, first.at(listed.list(), further));
    merged += documents.size() - 1;
  }
}
