package broadsheet.lucene.index;

import broadsheet.engine.EngineException;
import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import java.io.IOException;
import java.util.Locale;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Checks before a commit that each record that gave an article has a place of its own in the index.
 * A violation is an error of this program; the commit is then refused, and the one before stays.
 *
 * @param writer the writer of the index
 * @param prior the index before the session
 */
record RecordUniquenessCheck(IndexWriter writer, PriorIndex prior) {

  /**
   * Checks the places that the session added, before settling uses them.
   *
   * @throws EngineException if two articles have the same, so that one would replace the other
   */
  void requireDistinct() throws IOException {
    try (DirectoryReader now = DirectoryReader.open(writer);
        IndexReader added = SessionSegments.of(now, prior)) {
      new LiveTerms(added)
          .eachShared(
              IndexSchema.RECORD,
              Integer.MAX_VALUE,
              (place, documents) -> {
                throw shared(
                    place,
                    DocumentRewriter.read(added, documents.get(0)),
                    DocumentRewriter.read(added, documents.get(1)));
              });
    }
  }

  private static EngineException shared(BytesRef place, IndexedArticle one, IndexedArticle other) {
    return new EngineException(
        "Two articles have the place %s, “%s” and “%s”, and one would be lost. The index is unchanged. Please report this."
            .formatted(
                place.utf8ToString().replace('\0', ' '),
                one.article().title(),
                other.article().title()));
  }

  /**
   * Checks the number of places.
   *
   * @param gained the number of records that give an article, minus that before the session
   * @throws EngineException if the index has more or fewer
   */
  void requireGain(long gained) throws IOException {
    long expected = prior.places() + gained;
    try (DirectoryReader now = DirectoryReader.open(writer)) {
      long places = places(now);
      if (places != expected) {
        throw new EngineException(
            String.format(
                Locale.ROOT,
                "The index would hold %,d instead of %,d articles. It is unchanged."
                    + " Please report this.",
                places,
                expected));
      }
    }
  }

  /** Counts the records that articles were read from, withdrawn ones included; each counts once. */
  static long places(IndexReader reader) throws IOException {
    long places = Withdrawals.hidden(new LiveTerms(reader));
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      SortedDocValues articles = DocValues.getSorted(leaf.reader(), IndexSchema.ID);
      NumericDocValues copies = DocValues.getNumeric(leaf.reader(), IndexSchema.COPIES);
      for (int document = articles.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = articles.nextDoc()) {
        if (live == null || live.get(document)) {
          places += 1 + (copies.advanceExact(document) ? copies.longValue() : 0);
        }
      }
    }
    return places;
  }
}
