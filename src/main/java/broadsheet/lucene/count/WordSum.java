package broadsheet.lucene.count;

import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.hits.SegmentHits;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedNumericDocValues;

/** The number of words of all hits together. */
final class WordSum {
  private WordSum() {}

  static long of(HitSet hits) throws IOException {
    long words = 0;
    for (SegmentHits segment : hits.segments()) {
      SortedNumericDocValues lengths =
          DocValues.getSortedNumeric(segment.leaf().reader(), IndexSchema.WORDS);
      SegmentHits.Cursor cursor = segment.cursor();
      for (int hit = cursor.next(); hit != SegmentHits.NONE; hit = cursor.next()) {
        words += lengths.advanceExact(hit) ? lengths.nextValue() : 0;
      }
    }
    return words;
  }
}
