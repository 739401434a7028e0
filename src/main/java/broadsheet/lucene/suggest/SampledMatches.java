package broadsheet.lucene.suggest;

import broadsheet.lucene.hits.BottomKSample;
import broadsheet.lucene.schema.Fingerprint;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * Draws a sample of the articles that match, see {@link BottomKSample}. Where many match, it looks
 * for them among the articles with the smallest numbers, so that it takes about as long in a large
 * index as in a small one. Not thread-safe.
 */
final class SampledMatches {

  /** The cost of finding the next smallest number, in matches read. */
  private static final int DEARER = 40;

  /** Articles to look at at first, in multiples of those among which the sample is expected. */
  private static final int FIRST_TIMES = 2;

  private static final int MORE = 4;

  private final Weight weight;
  private final int most;
  private final BottomKSample draw;

  private SampledMatches(Weight weight, int most) {
    this.weight = weight;
    this.most = most;
    draw = new BottomKSample(most);
  }

  /** The sample, the smallest number first. */
  static List<BottomKSample.Drawn> of(Weight weight, int most, List<LeafReaderContext> segments)
      throws IOException {
    SampledMatches matches = new SampledMatches(weight, most);
    for (LeafReaderContext segment : segments) {
      matches.addFrom(segment);
    }
    return matches.draw.drawn();
  }

  private void addFrom(LeafReaderContext segment) throws IOException {
    Scorer scorer = weight.scorer(segment);
    if (scorer == null) {
      return;
    }
    Terms fingerprints = segment.reader().terms(IndexSchema.FINGERPRINT);
    long matching = Math.max(1, scorer.iterator().cost());
    List<BottomKSample.Drawn> found = List.of();
    long looked = 1 + (long) FIRST_TIMES * most * segment.reader().maxDoc() / matching;
    while (found.size() < most && fingerprints != null && DEARER * looked < matching) {
      found = matching(smallest(looked, fingerprints.iterator()), segment);
      looked *= MORE;
    }
    if (found.size() < most) {
      addAll(scorer.iterator(), segment);
    } else {
      found.forEach(each -> draw.offer(each.number(), each.document()));
    }
  }

  private void addAll(DocIdSetIterator matching, LeafReaderContext segment) throws IOException {
    Bits live = segment.reader().getLiveDocs();
    BottomKSample.Segment numbers = draw.segment(segment);
    int document = matching.nextDoc();
    for (; document != DocIdSetIterator.NO_MORE_DOCS; document = matching.nextDoc()) {
      if (live == null || live.get(document)) {
        numbers.offer(document);
      }
    }
  }

  /** The articles with the smallest numbers, in the order of their documents in the segment. */
  private static List<BottomKSample.Drawn> smallest(long count, TermsEnum fingerprints)
      throws IOException {
    List<BottomKSample.Drawn> smallest = new ArrayList<>();
    PostingsEnum having = null;
    for (long i = 0; i < count && fingerprints.next() != null; i++) {
      long number = Fingerprint.draw(fingerprints.term());
      having = fingerprints.postings(having, PostingsEnum.NONE);
      int document = having.nextDoc();
      for (; document != DocIdSetIterator.NO_MORE_DOCS; document = having.nextDoc()) {
        smallest.add(new BottomKSample.Drawn(number, document));
      }
    }
    smallest.sort(Comparator.comparingInt(BottomKSample.Drawn::document));
    return smallest;
  }

  /** Those of a segment's articles that match, by their numbers in the whole index. */
  private List<BottomKSample.Drawn> matching(
      List<BottomKSample.Drawn> among, LeafReaderContext segment) throws IOException {
    List<BottomKSample.Drawn> found = new ArrayList<>();
    Bits live = segment.reader().getLiveDocs();
    DocIdSetIterator matching = weight.scorer(segment).iterator();
    for (BottomKSample.Drawn each : among) {
      int at = matching.docID();
      if (at < each.document()) {
        at = matching.advance(each.document());
      }
      if (at == each.document() && (live == null || live.get(at))) {
        found.add(new BottomKSample.Drawn(each.number(), segment.docBase + at));
      }
    }
    return found;
  }
}
