package broadsheet.lucene.words;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.words.LineOrder;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedSetSortField;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** The articles of a set in an order by article. */
record OrderedArticles(FixedBitSet documents, IndexReader reader, LineOrder order) {

  /** Equal articles behind a place come after it only if their numbers are greater. */
  private static final int BEFORE_ALL = -1;

  /** An article, with the key of a place before its first line. */
  record Placed(int document, ConcordanceSortKey key) {}

  /**
   * The first articles from a place on.
   *
   * @param from its key; that of an article includes the article
   */
  List<Placed> from(Optional<ConcordanceSortKey> from, int most) throws IOException {
    return first(from, BEFORE_ALL, most);
  }

  /** The first articles after a given one. */
  List<Placed> after(Placed last, int most) throws IOException {
    return first(Optional.of(last.key), Integer.MAX_VALUE, most);
  }

  private List<Placed> first(Optional<ConcordanceSortKey> place, int beside, int most)
      throws IOException {
    Sort sort = sort();
    FieldDoc after = place.map(key -> new FieldDoc(beside, Float.NaN, fields(key))).orElse(null);
    TopFieldCollectorManager first =
        new TopFieldCollectorManager(sort, most, after, Integer.MAX_VALUE);
    TopFieldCollector collector = first.newCollector();
    for (LeafReaderContext leaf : reader.leaves()) {
      LeafCollector collecting = collector.getLeafCollector(leaf);
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (int document = next(leaf.docBase); document < end; document = next(document + 1)) {
        collecting.collect(document - leaf.docBase);
      }
    }
    return Arrays.stream(collector.topDocs().scoreDocs)
        .map(hit -> new Placed(hit.doc, key(((FieldDoc) hit).fields)))
        .toList();
  }

  private int next(int from) {
    return from < documents.length() ? documents.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
  }

  private Sort sort() {
    SortField id = new SortField(IndexSchema.ID, SortField.Type.STRING);
    return switch (order) {
      case NEWEST -> new Sort(byTime(true, Long.MIN_VALUE), id);
      case OLDEST -> new Sort(byTime(false, Long.MAX_VALUE), id);
      case SOURCE ->
          new Sort(new SortedSetSortField(IndexSchema.valuesOf(FacetField.SOURCE), false), id);
      default -> new Sort(id);
    };
  }

  private static SortField byTime(boolean isReverse, long ofUndated) {
    return new SortField(IndexSchema.SORT_TIME, SortField.Type.LONG, isReverse, ofUndated);
  }

  private Object[] fields(ConcordanceSortKey key) {
    BytesRef id = new BytesRef(key.id());
    return switch (order) {
      case NEWEST, OLDEST -> new Object[] {key.time(), id};
      case SOURCE -> {
        String source = key.words().getFirst();
        yield new Object[] {source.isEmpty() ? null : new BytesRef(source), id};
      }
      default -> new Object[] {id};
    };
  }

  private ConcordanceSortKey key(Object[] fields) {
    String id = ((BytesRef) fields[fields.length - 1]).utf8ToString();
    return switch (order) {
      case NEWEST, OLDEST -> key(List.of(), (Long) fields[0], id);
      case SOURCE ->
          key(List.of(fields[0] instanceof BytesRef source ? source.utf8ToString() : ""), 0, id);
      default -> key(List.of(), 0, id);
    };
  }

  private static ConcordanceSortKey key(List<String> words, long time, String id) {
    return new ConcordanceSortKey(words, time, id, QueryField.TITLE, -1, -1);
  }
}
