package broadsheet.lucene.alert;

import broadsheet.engine.result.Arrival;
import broadsheet.engine.result.ArrivalSum;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.mark.HitMaker;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.schema.ArrivalDocument;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Reads the arrivals of saved searches. Not thread-safe. */
final class ArrivalReader {

  private static final Sort NEWEST =
      new Sort(new SortField(ArrivalDocument.AT, SortField.Type.LONG, true));

  private final SearchBudget budget;
  private final ReaderSnapshot snapshot;

  ArrivalReader(SearchBudget budget) {
    this.budget = budget;
    this.snapshot = budget.snapshot();
  }

  /** The newest first; unmarked if there is no time to mark them. */
  List<Arrival> of(String search, QueryNode query, int most) throws IOException {
    TermQuery wanted = new TermQuery(new Term(ArrivalDocument.SEARCH, search));
    ScoreDoc[] found = snapshot.search(wanted, Math.max(1, most), NEWEST).scoreDocs;
    List<Arrival> arrivals = new ArrayList<>();
    HitMaker maker =
        new HitMaker(
            snapshot,
            MatchMarker.within(budget, LanguageCompiler.within(budget).compile(query)),
            budget.whole());
    for (ScoreDoc each : found) {
      ArrivalDocument arrival = ArrivalDocument.of(snapshot.storedFields().document(each.doc));
      Query article =
          new ConstantScoreQuery(
              new TermQuery(new Term(IndexSchema.FINGERPRINT, arrival.fingerprint())));
      for (ScoreDoc there : snapshot.search(article, 1).scoreDocs) {
        ScoreDoc hit = new ScoreDoc(there.doc, 0);
        arrivals.add(
            new Arrival(
                maker.hit(hit, 0, maker.article(hit)), ArrivalDocument.moment(arrival.micros())));
      }
    }
    return arrivals;
  }

  /** The arrivals of each search that has any, counted. */
  static Map<String, ArrivalSum> sums(ReaderSnapshot snapshot) throws IOException {
    Map<String, ArrivalSum> sums = new HashMap<>();
    for (LeafReaderContext leaf : snapshot.getLeafContexts()) {
      LeafReader segment = leaf.reader();
      add(segment, snapshot.isHiding() ? ofHidden(segment, snapshot) : new BitSet(), sums);
    }
    return sums;
  }

  /** The arrivals in a segment whose articles are hidden from the user. */
  private static BitSet ofHidden(LeafReader segment, ReaderSnapshot snapshot) throws IOException {
    BitSet hidden = new BitSet();
    Terms articles = segment.terms(ArrivalDocument.FINGERPRINT);
    TermsEnum each = articles == null ? TermsEnum.EMPTY : articles.iterator();
    for (BytesRef article = each.next(); article != null; article = each.next()) {
      Term itself = new Term(IndexSchema.FINGERPRINT, BytesRef.deepCopyOf(article));
      if (snapshot.count(new TermQuery(itself)) == 0) {
        PostingsEnum postings = each.postings(null, PostingsEnum.NONE);
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; ) {
          hidden.set(doc);
          doc = postings.nextDoc();
        }
      }
    }
    return hidden;
  }

  private static void add(LeafReader reader, BitSet hidden, Map<String, ArrivalSum> sums)
      throws IOException {
    Terms searches = reader.terms(ArrivalDocument.SEARCH);
    if (searches == null) {
      return;
    }
    TermsEnum each = searches.iterator();
    for (BytesRef search = each.next(); search != null; search = each.next()) {
      PostingsEnum postings = each.postings(null, PostingsEnum.NONE);
      NumericDocValues times = DocValues.getNumeric(reader, ArrivalDocument.AT);
      Bits live = reader.getLiveDocs();
      String id = search.utf8ToString();
      for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; ) {
        boolean isShown = (live == null || live.get(doc)) && !hidden.get(doc);
        if (isShown && times.advanceExact(doc)) {
          sums.merge(id, one(times.longValue()), ArrivalReader::both);
        }
        doc = postings.nextDoc();
      }
    }
  }

  private static ArrivalSum one(long micros) {
    return new ArrivalSum(1, ArrivalDocument.moment(micros));
  }

  static ArrivalSum both(ArrivalSum one, ArrivalSum other) {
    return new ArrivalSum(
        one.count() + other.count(),
        one.latest().isAfter(other.latest()) ? one.latest() : other.latest());
  }
}
