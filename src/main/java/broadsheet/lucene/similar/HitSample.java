package broadsheet.lucene.similar;

import broadsheet.lucene.rank.Folding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * A sample of a search's hits, spread evenly over all of them; the same sample each time.
 *
 * @param hits how many hits there are
 * @param documents the document numbers of the sample; at most one of each family of reprints
 */
record HitSample(long hits, List<Integer> documents) {

  /**
   * Draws the sample.
   *
   * @param most its size at most
   */
  static HitSample of(FacetsCollector found, int most, IndexReader reader) throws IOException {
    long hits = found.getMatchingDocs().stream().mapToLong(MatchingDocs::totalHits).sum();
    long wanted = Math.min(most, hits);
    List<Integer> chosen = new ArrayList<>();
    long at = 0;
    for (MatchingDocs segment : found.getMatchingDocs()) {
      DocIdSetIterator all = segment.bits().iterator();
      for (int d = all.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = all.nextDoc()) {
        if (++at * wanted / hits > chosen.size()) {
          chosen.add(segment.context().docBase + d);
        }
      }
    }
    return new HitSample(hits, withoutReprints(chosen, reader));
  }

  private static List<Integer> withoutReprints(List<Integer> documents, IndexReader reader)
      throws IOException {
    Set<Long> met = new HashSet<>();
    List<Integer> single = new ArrayList<>();
    for (int document : documents) {
      OptionalLong family = Folding.family(reader, document);
      if (family.isEmpty() || met.add(family.getAsLong())) {
        single.add(document);
      }
    }
    return single;
  }
}
