package broadsheet.lucene.index;

import broadsheet.engine.Arrival;
import broadsheet.lucene.schema.ArrivalDocument;
import broadsheet.lucene.schema.Fingerprint;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
 * Settles, right before an update's commit, what came in for saved searches: adds the new articles
 * they are about, and takes out what came in for searches that are gone, articles that are gone,
 * and all but the newest {@value Arrival#MOST} of each search. For one use.
 */
final class Arrivals {

  private final DirectoryReader now;
  private final PriorIndex prior;
  private final IndexWriter writer;
  private final LiveTerms live;

  /**
   * @param now the articles as the update leaves them
   */
  Arrivals(DirectoryReader now, PriorIndex prior, IndexWriter writer) {
    this.now = now;
    this.prior = prior;
    this.writer = writer;
    this.live = new LiveTerms(now);
  }

  /** Takes out what came in for searches that stand no longer. */
  void forgetOthers(Set<String> standing) throws IOException {
    live.eachWithPrefix(
        ArrivalDocument.SEARCH,
        "",
        (search, documents) -> {
          if (!standing.contains(search.utf8ToString())) {
            writer.deleteDocuments(new Term(ArrivalDocument.SEARCH, BytesRef.deepCopyOf(search)));
          }
        });
  }

  /**
   * Takes out the articles that are gone.
   *
   * @param departed fingerprints of articles taken out somewhere; they may be there elsewhere
   */
  void forgetGone(Collection<BytesRef> departed) throws IOException {
    for (BytesRef article : departed) {
      boolean isGone = live.documents(IndexSchema.FINGERPRINT, article, 1).isEmpty();
      if (isGone) {
        writer.deleteDocuments(new Term(ArrivalDocument.FINGERPRINT, article));
      }
    }
  }

  /** Adds what the update brought. */
  void add(Standing.Held standing) throws IOException {
    IndexReader newcomers = Newcomers.of(now, prior);
    if (newcomers.numDocs() == 0) {
      return;
    }
    for (Map.Entry<String, List<Integer>> matched : standing.matches(newcomers).entrySet()) {
      add(matched.getKey(), sorted(newcomers, matched.getValue()));
    }
  }

  private record Newcomer(long time, IndexedArticle article) {}

  /** The newest last; only as many of them as are kept. */
  private static List<IndexedArticle> sorted(IndexReader reader, List<Integer> documents)
      throws IOException {
    NumericDocValues times = MultiDocValues.getNumericValues(reader, IndexSchema.SORT_TIME);
    List<Newcomer> newcomers = new ArrayList<>();
    for (int document : documents.stream().sorted().toList()) {
      boolean isDated = times != null && times.advanceExact(document);
      newcomers.add(
          new Newcomer(
              isDated ? times.longValue() : Long.MIN_VALUE, Rewriting.read(reader, document)));
    }
    return newcomers.stream()
        .sorted(
            Comparator.comparingLong(Newcomer::time)
                .thenComparing(each -> each.article().article().id(), Comparator.reverseOrder()))
        .skip(Math.max(0, newcomers.size() - Arrival.MOST))
        .map(Newcomer::article)
        .toList();
  }

  private void add(String search, List<IndexedArticle> articles) throws IOException {
    List<ArrivalDocument> all = known(search);
    long micros = Math.max(ArrivalDocument.micros(Instant.now()), latest(all) + 1);
    Set<BytesRef> known = new HashSet<>();
    all.forEach(arrival -> known.add(arrival.fingerprint()));
    for (IndexedArticle article : articles) {
      BytesRef fingerprint = Fingerprint.of(article);
      if (known.add(fingerprint)) {
        ArrivalDocument arrival =
            new ArrivalDocument(search, fingerprint, article.article().id(), micros++);
        writer.addDocument(arrival.document());
        all.add(arrival);
      }
    }
    for (ArrivalDocument old : all.subList(0, Math.max(0, all.size() - Arrival.MOST))) {
      writer.deleteDocuments(old.key());
    }
  }

  /** What came in before and whose article is still there, the newest last. */
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
