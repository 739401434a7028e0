package broadsheet.lucene.index;

import broadsheet.engine.ArrivalRecord;
import broadsheet.engine.result.Arrival;
import broadsheet.lucene.schema.ArrivalDocument;
import broadsheet.lucene.schema.Fingerprint;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.LatestVersions;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * Brings arrivals up to date right before an update's commit: adds the new articles that match
 * saved searches, and removes arrivals of removed searches, arrivals of removed articles, and all
 * but the newest {@value Arrival#MOST} of each search. For one use.
 */
final class Arrivals {

  private final DirectoryReader now;
  private final OpenedIndex index;
  private final IndexWriter writer;
  private final LiveTerms live;
  private final Map<Integer, Newcomer> met = new HashMap<>();
  private final List<ArrivalRecord> added = new ArrayList<>();
  private boolean hasRemoved;

  private Arrivals(DirectoryReader now, OpenedIndex index) {
    this.now = now;
    this.index = index;
    this.writer = index.writer();
    this.live = new LiveTerms(now);
  }

  /**
   * Brings all arrivals up to date.
   *
   * @param departed fingerprints of articles removed from some location; they may still be at
   *     another
   */
  static ArrivalChanges settle(
      OpenedIndex index, Collection<BytesRef> departed, AlertMatcher.Held standing)
      throws IOException {
    if (standing.ids().isEmpty() && !index.prior().hasArrivals()) {
      return ArrivalChanges.none();
    }
    try (DirectoryReader now = LatestVersions.of(DirectoryReader.open(index.writer()))) {
      Arrivals arrivals = new Arrivals(now, index);
      arrivals.removeUnsaved(standing.ids());
      arrivals.removeGone(departed);
      arrivals.add(standing);
      return new ArrivalChanges(arrivals.added, arrivals.hasRemoved);
    }
  }

  /** Removes arrivals of searches that are no longer saved. */
  private void removeUnsaved(Set<String> standing) throws IOException {
    live.eachWithPrefix(
        ArrivalDocument.SEARCH,
        "",
        (search, documents) -> {
          if (!standing.contains(search.utf8ToString())) {
            hasRemoved = true;
            writer.deleteDocuments(new Term(ArrivalDocument.SEARCH, BytesRef.deepCopyOf(search)));
          }
        });
  }

  /** Removes arrivals of articles that are gone. */
  private void removeGone(Collection<BytesRef> departed) throws IOException {
    for (BytesRef article : departed) {
      boolean isGone = live.documents(IndexSchema.FINGERPRINT, article, 1).isEmpty();
      if (isGone && !live.documents(ArrivalDocument.FINGERPRINT, article, 1).isEmpty()) {
        hasRemoved = true;
        writer.deleteDocuments(new Term(ArrivalDocument.FINGERPRINT, article));
      }
    }
  }

  /** Adds arrivals for the new articles. */
  private void add(AlertMatcher.Held standing) throws IOException {
    IndexReader newcomers = Newcomers.of(now, index.prior());
    if (newcomers.numDocs() == 0 || standing.ids().isEmpty()) {
      return;
    }
    if (index.form() == ArticleForm.SEARCHED) {
      match(newcomers, standing);
    } else {
      try (SearchedNewcomers searched = SearchedNewcomers.of(newcomers, index.folder())) {
        match(searched.reader(), standing);
      }
    }
  }

  private void match(IndexReader newcomers, AlertMatcher.Held standing) throws IOException {
    standing.match(newcomers, now, (search, articles) -> add(search, newest(newcomers, articles)));
  }

  /** The properties of a new article that several searches need. */
  private record Newcomer(long time, String id, BytesRef fingerprint) {}

  /** The latest published of them, at most as many as are kept, the newest last. */
  private List<Newcomer> newest(IndexReader newcomers, List<Integer> documents) throws IOException {
    List<Newcomer> newest = new ArrayList<>();
    for (Dated each : latest(newcomers, documents)) {
      Newcomer known = met.get(each.document());
      if (known == null) {
        known = newcomer(newcomers, each);
        met.put(each.document(), known);
      }
      newest.add(known);
    }
    newest.sort(
        Comparator.comparingLong(Newcomer::time)
            .thenComparing(Newcomer::id, Comparator.reverseOrder()));
    return newest;
  }

  private record Dated(int document, long time) {}

  private static List<Dated> latest(IndexReader newcomers, List<Integer> documents)
      throws IOException {
    NumericDocValues times = MultiDocValues.getNumericValues(newcomers, IndexSchema.SORT_TIME);
    List<Dated> dated = new ArrayList<>();
    for (int document : documents) {
      boolean isDated = times != null && times.advanceExact(document);
      dated.add(new Dated(document, isDated ? times.longValue() : Long.MIN_VALUE));
    }
    dated.sort(Comparator.comparingLong(Dated::time));
    return dated.subList(Math.max(0, dated.size() - Arrival.MOST), dated.size());
  }

  private static Newcomer newcomer(IndexReader newcomers, Dated dated) throws IOException {
    IndexedArticle article = Rewriting.read(newcomers, dated.document());
    return new Newcomer(dated.time(), article.article().id(), Fingerprint.of(article));
  }

  private void add(String search, List<Newcomer> newcomers) throws IOException {
    List<ArrivalDocument> all = known(search);
    long micros = Math.max(ArrivalDocument.micros(Instant.now()), latest(all) + 1);
    Set<BytesRef> known = new HashSet<>();
    all.forEach(arrival -> known.add(arrival.fingerprint()));
    for (Newcomer newcomer : newcomers) {
      if (known.add(newcomer.fingerprint())) {
        ArrivalDocument arrival =
            new ArrivalDocument(search, newcomer.fingerprint(), newcomer.id(), micros++);
        writer.addDocument(arrival.document());
        added.add(arrival.record());
        all.add(arrival);
      }
    }
    for (ArrivalDocument old : all.subList(0, Math.max(0, all.size() - Arrival.MOST))) {
      writer.deleteDocuments(old.key());
    }
  }

  /** Earlier arrivals whose article still exists, the newest last. */
  private List<ArrivalDocument> known(String search) throws IOException {
    List<ArrivalDocument> known = new ArrayList<>();
    for (int document : live.documents(ArrivalDocument.SEARCH, search)) {
      ArrivalDocument arrival = ArrivalDocument.of(now.storedFields().document(document));
      if (!live.documents(IndexSchema.FINGERPRINT, arrival.fingerprint(), 1).isEmpty()) {
        known.add(arrival);
      }
    }
    known.sort(Comparator.comparingLong(ArrivalDocument::micros));
    return known;
  }

  private static long latest(List<ArrivalDocument> sorted) {
    return sorted.isEmpty() ? 0 : sorted.getLast().micros();
  }
}
