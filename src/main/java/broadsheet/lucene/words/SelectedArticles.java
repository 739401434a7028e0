package broadsheet.lucene.words;

import broadsheet.engine.words.Extent;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.hits.SegmentHits;
import org.apache.lucene.util.FixedBitSet;

/**
 * A selection of articles of one index, as a bit set.
 *
 * @param documents their numbers
 * @param isAll whether those are all that were wanted: the time sufficed to find them
 */
record SelectedArticles(FixedBitSet documents, boolean isAll) {

  static SelectedArticles of(HitSet hits, int documents, boolean isAll) {
    FixedBitSet all = new FixedBitSet(documents);
    for (SegmentHits segment : hits.segments()) {
      SegmentHits.Cursor cursor = segment.cursor();
      for (int hit = cursor.next(); hit != SegmentHits.NONE; hit = cursor.next()) {
        all.set(segment.leaf().docBase + hit);
      }
    }
    return new SelectedArticles(all, isAll);
  }

  /** These articles without others. */
  SelectedArticles without(SelectedArticles others) {
    FixedBitSet left = documents.clone();
    left.andNot(others.documents);
    return new SelectedArticles(left, isAll && others.isAll);
  }

  long size() {
    return documents.cardinality();
  }

  /** The extent of an answer made from so many of them. */
  Extent extent(long read) {
    return new Extent(read, size(), isAll);
  }
}
