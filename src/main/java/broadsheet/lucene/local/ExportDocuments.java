package broadsheet.lucene.local;

import broadsheet.engine.result.NamedArticle;
import broadsheet.lucene.rank.Collapsing;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.search.Export;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.lucene.index.StoredFields;

/** The hits of an export in one index, kept as document numbers of four bytes each. */
final class ExportDocuments implements Export.Kept {

  private final int[] documents;
  private final boolean areFolded;
  private final ReaderSnapshot snapshot;

  /**
   * @param areFolded whether their families matter
   */
  ExportDocuments(int[] documents, boolean areFolded, ReaderSnapshot snapshot) {
    this.documents = documents;
    this.areFolded = areFolded;
    this.snapshot = snapshot;
  }

  @Override
  public void handOver(Predicate<OptionalLong> isListed, Consumer<NamedArticle> taker)
      throws IOException {
    StoredFields stored = snapshot.storedFields();
    for (int document : documents) {
      OptionalLong family =
          areFolded ? Collapsing.family(snapshot.getIndexReader(), document) : OptionalLong.empty();
      if (isListed.test(family)) {
        taker.accept(snapshot.names().named(new StoredArticle(stored.document(document))));
      }
    }
  }
}
