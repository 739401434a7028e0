package broadsheet.lucene.account;

import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import broadsheet.ledger.Source;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.LedgerDocument;
import broadsheet.lucene.schema.RecordPlace;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.LiveSums;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Reads the ledger that {@link LedgerDocument} writes, in one state of an index; see {@link
 * broadsheet.engine.IndexLedger}. Thread-safe.
 */
public record LedgerReader(ReaderSnapshot snapshot) {

  private static final Sort BY_FILE =
      new Sort(
          new SortField(LedgerDocument.ENTRY_FILE, SortField.Type.STRING),
          new SortField(LedgerDocument.NUMBER, SortField.Type.LONG));

  public LedgerTotals totals() throws IOException {
    return new LedgerTotals(
        snapshot.count(new FieldExistsQuery(LedgerDocument.BYTES)),
        sum(LedgerDocument.BYTES),
        snapshot.summary().articles(),
        snapshot.summary().duplicates(),
        sum(LedgerDocument.SKIPPED),
        sum(LedgerDocument.FAILED),
        sum(LedgerDocument.REMARKED));
  }

  private long sum(String field) throws IOException {
    return LiveSums.of(field, snapshot.getIndexReader());
  }

  /** Counts the articles with a location in each of these sources. */
  public List<Long> articles(List<Source> sources) throws IOException {
    SourceArticles counts = new SourceArticles(snapshot);
    List<Long> articles = new ArrayList<>();
    for (Source source : sources) {
      articles.add(counts.count(source));
    }
    return articles;
  }

  /** Counts the records with each reason for an outcome, in no order. */
  public Map<String, Long> reasons(Outcome outcome) throws IOException {
    return counted(snapshot, outcome);
  }

  private static Map<String, Long> counted(ReaderSnapshot snapshot, Outcome outcome)
      throws IOException {
    Map<String, Long> counts = new HashMap<>();
    if (outcome == Outcome.DUPLICATE) {
      long duplicates = snapshot.summary().duplicates();
      return duplicates == 0 ? counts : Map.of(LedgerDocument.THE_SAME, duplicates);
    }
    for (LeafReaderContext leaf : snapshot.getLeafContexts()) {
      count(leaf, outcome, counts);
    }
    return counts;
  }

  private static void count(LeafReaderContext leaf, Outcome outcome, Map<String, Long> counts)
      throws IOException {
    var postings = leaf.reader().postings(outcomeTerm(outcome));
    var reasons = DocValues.getSorted(leaf.reader(), LedgerDocument.REASON);
    Bits live = leaf.reader().getLiveDocs();
    if (postings == null) {
      return;
    }
    for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; ) {
      if ((live == null || live.get(doc)) && reasons.advanceExact(doc)) {
        counts.merge(reasons.lookupOrd(reasons.ordValue()).utf8ToString(), 1L, Long::sum);
      }
      doc = postings.nextDoc();
    }
  }

  private static Term outcomeTerm(Outcome outcome) {
    return new Term(LedgerDocument.OUTCOME, LedgerDocument.term(outcome));
  }

  /** Entries with an outcome, from a place on. */
  public List<LedgerEntry> entries(Outcome outcome, int from, int most) throws IOException {
    return outcome == Outcome.DUPLICATE
        ? duplicates(snapshot, from, most)
        : entries(snapshot, new TermQuery(outcomeTerm(outcome)), from, most);
  }

  private static List<LedgerEntry> entries(ReaderSnapshot snapshot, Query query, int from, int most)
      throws IOException {
    List<LedgerEntry> entries = new ArrayList<>();
    ScoreDoc[] found = snapshot.search(query, Math.max(1, from + most), BY_FILE).scoreDocs;
    StoredFields stored = snapshot.storedFields();
    for (int i = from; i < found.length; i++) {
      entries.add(LedgerDocument.entry(stored.document(found[i].doc)));
    }
    return entries;
  }

  /** An entry for each listed location of an article but the first, in the index's order. */
  private static List<LedgerEntry> duplicates(ReaderSnapshot snapshot, int from, int most)
      throws IOException {
    List<LedgerEntry> entries = new ArrayList<>();
    Query several = new FieldExistsQuery(IndexSchema.COPIES);
    StoredFields stored = snapshot.storedFields();
    ScoreDoc[] found =
        snapshot.search(several, Math.max(1, from + most), Sort.INDEXORDER).scoreDocs;
    for (ScoreDoc each : found) {
      StoredArticle article = new StoredArticle(stored.document(each.doc));
      article.places().stream()
          .skip(1)
          .map(place -> LedgerDocument.duplicate(place, article.id()))
          .forEach(entries::add);
      if (article.further() > 0) {
        RecordPlace first = article.places().getFirst();
        entries.add(LedgerDocument.duplicates(first, article.id(), article.further()));
      }
    }
    int start = Math.min(from, entries.size());
    return List.copyOf(entries.subList(start, Math.min(entries.size(), start + most)));
  }

  /** The files behind a path, from a place on. */
  public List<FileRecord> files(String after, int from, int most) throws IOException {
    return files(snapshot, after, from, most);
  }

  private static List<FileRecord> files(ReaderSnapshot snapshot, String after, int from, int most)
      throws IOException {
    List<FileRecord> files = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(snapshot.getIndexReader(), LedgerDocument.FILE);
    if (terms == null) {
      return files;
    }
    TermsEnum each = terms.iterator();
    BytesRef last = new BytesRef(LedgerDocument.term(after));
    boolean isThere = each.seekCeil(last) != TermsEnum.SeekStatus.END;
    int passed = 0;
    for (BytesRef term = isThere ? each.term() : null; term != null; term = each.next()) {
      if (files.size() >= most) {
        break;
      }
      boolean isAfter = after.isEmpty() || !term.equals(last);
      if (isAfter && passed++ >= from) {
        add(snapshot, BytesRef.deepCopyOf(term), files);
      }
    }
    return files;
  }

  private static void add(ReaderSnapshot snapshot, BytesRef file, List<FileRecord> files)
      throws IOException {
    for (ScoreDoc found :
        snapshot.search(new TermQuery(new Term(LedgerDocument.FILE, file)), 1).scoreDocs) {
      files.add(LedgerDocument.file(snapshot.storedFields().document(found.doc)));
    }
  }
}
