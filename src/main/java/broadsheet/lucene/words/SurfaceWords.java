package broadsheet.lucene.words;

import broadsheet.engine.request.Filters;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.hits.SegmentHits;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Counts how often words are printed in the articles under some filters, from the dictionary, and
 * the postings where some articles of a segment do not count. Not thread-safe.
 */
final class SurfaceWords {

  /** The words looked up at once, in the order of the dictionary. */
  private static final int AT_ONCE = 2_000;

  /**
   * The articles of a segment.
   *
   * @param documents those that count, or those that do not
   */
  private record Chosen(LeafReader segment, FixedBitSet documents, boolean isOthers) {}

  private final List<Chosen> chosen = new ArrayList<>();
  private final SearchBudget budget;
  private final boolean isCut;
  private final long words;

  SurfaceWords(Filters filters, SearchBudget budget) throws IOException {
    this.budget = budget;
    FilterClause clause = FilterClause.to(filters, budget.snapshot().names());
    BoundedSearcher finder = budget.inspector();
    HitSet articles = HitSet.of(clause.of(IndexSchema.articles()), finder);
    isCut = finder.isCut();
    words = WordTotals.words(articles);
    for (SegmentHits segment : articles.segments()) {
      if (segment.size() > 0) {
        chosen.add(clause.isThere() ? under(segment) : live(segment.leaf()));
      }
    }
  }

  private static Chosen live(LeafReaderContext segment) {
    LeafReader reader = segment.reader();
    FixedBitSet deleted = new FixedBitSet(reader.maxDoc());
    Bits live = reader.getLiveDocs();
    if (live != null) {
      for (int document = 0; document < reader.maxDoc(); document++) {
        if (!live.get(document)) {
          deleted.set(document);
        }
      }
    }
    return new Chosen(reader, deleted, true);
  }

  private static Chosen under(SegmentHits hits) {
    FixedBitSet documents = new FixedBitSet(hits.leaf().reader().maxDoc());
    SegmentHits.Cursor cursor = hits.cursor();
    for (int hit = cursor.next(); hit != SegmentHits.NONE; hit = cursor.next()) {
      documents.set(hit);
    }
    return new Chosen(hits.leaf().reader(), documents, false);
  }

  SurfaceCounts of(List<String> asked) throws IOException {
    List<Long> counts = new ArrayList<>();
    while (counts.size() < asked.size() && !isCut && !budget.whole().isPast()) {
      int end = Math.min(asked.size(), counts.size() + AT_ONCE);
      for (long count : counts(asked.subList(counts.size(), end))) {
        counts.add(count);
      }
    }
    return new SurfaceCounts(words, counts);
  }

  private long[] counts(List<String> asked) throws IOException {
    List<BytesRef> terms = asked.stream().map(BytesRef::new).toList();
    int[] inOrder =
        IntStream.range(0, terms.size())
            .boxed()
            .sorted(Comparator.comparing(terms::get))
            .mapToInt(i -> i)
            .toArray();
    long[] counts = new long[terms.size()];
    for (Chosen each : chosen) {
      for (QueryField text : IndexSchema.DEFAULT_FIELDS.keySet()) {
        Terms dictionary = each.segment.terms(text.label());
        if (dictionary != null) {
          TermsEnum entry = dictionary.iterator();
          for (int i : inOrder) {
            counts[i] += entry.seekExact(terms.get(i)) ? count(entry, each) : 0;
          }
        }
      }
    }
    return counts;
  }

  private static long count(TermsEnum term, Chosen articles) throws IOException {
    long inThose = 0;
    FixedBitSet documents = articles.documents;
    int next = documents.nextSetBit(0);
    if (next != DocIdSetIterator.NO_MORE_DOCS) {
      PostingsEnum postings = term.postings(null, PostingsEnum.FREQS);
      int at = postings.advance(next);
      while (at != DocIdSetIterator.NO_MORE_DOCS && next != DocIdSetIterator.NO_MORE_DOCS) {
        if (at == next) {
          inThose += postings.freq();
          at = postings.nextDoc();
        }
        if (at != DocIdSetIterator.NO_MORE_DOCS) {
          next = documents.nextSetBit(at);
          at = next == DocIdSetIterator.NO_MORE_DOCS || next == at ? at : postings.advance(next);
        }
      }
    }
    return articles.isOthers ? term.totalTermFreq() - inThose : inThose;
  }
}
