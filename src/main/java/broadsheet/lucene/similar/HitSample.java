package broadsheet.lucene.similar;

import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.hits.SegmentHits;
import broadsheet.lucene.rank.Folding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.index.IndexReader;

/**
 * A sample of a search's hits, spread evenly over all of them; the same sample each time.
 *
 * @param hits the number of hits
 * @param documents the document numbers of the sample; at most one of each family of reprints
 */
record HitSample(long hits, List<Integer> documents) {

  /**
   * Draws the sample.
   *
   * @param most its largest size
   */
  static HitSample of(HitSet found, int most, IndexReader reader) throws IOException {
    long hits = found.size();
    long wanted = Math.min(most, hits);
    List<Integer> chosen = new ArrayList<>();
    long at = 0;
    for (SegmentHits segment : found.segments()) {
      SegmentHits.Cursor cursor = segment.cursor();
      for (int hit = cursor.next(); hit != SegmentHits.NONE; hit = cursor.next()) {
        if (++at * wanted / hits > chosen.size()) {
          chosen.add(segment.leaf().docBase + hit);
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
