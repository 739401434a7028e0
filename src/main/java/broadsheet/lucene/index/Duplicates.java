package broadsheet.lucene.index;

import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.RecordPlace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;

/** Keeps articles that are the same in every word once, with all their places. */
final class Duplicates {

  private final IndexReader reader;
  private final Rewriting rewriting;
  private long merged;

  Duplicates(IndexReader reader, Rewriting rewriting) {
    this.reader = reader;
    this.rewriting = rewriting;
  }

  /** Gives how many articles were merged into another. */
  long merge(Touched touched) throws IOException {
    LiveTerms live = new LiveTerms(reader);
    if (touched.isAll()) {
      live.eachShared(
          IndexSchema.FINGERPRINT, Integer.MAX_VALUE, (term, documents) -> merge(documents));
    } else {
      for (BytesRef fingerprint : List.copyOf(touched.fingerprints())) {
        merge(live.documents(IndexSchema.FINGERPRINT, fingerprint, Integer.MAX_VALUE));
      }
    }
    return merged;
  }

  private void merge(List<Integer> documents) throws IOException {
    if (documents.size() < 2) {
      return;
    }
    List<IndexedArticle> same = new ArrayList<>();
    for (int document : documents) {
      same.add(Rewriting.read(reader, document));
    }
    same.sort(Comparator.comparing(IndexedArticle::first));
    List<RecordPlace> places =
        same.stream().flatMap(article -> article.places().stream()).distinct().toList();
    rewriting.replace(same, same.getFirst().at(places));
    merged += documents.size() - 1;
  }
}
