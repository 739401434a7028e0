package broadsheet.lucene.rank;

import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.hits.SegmentHits;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * The first hits by id, for hits with equal scores that are so many that a walk through the ids in
 * order soon meets enough of them.
 */
final class FirstIds {

  /** Hits must be at least one document of this many. */
  private static final int RARITY = 16;

  private final int most;
  private final float score;
  private final List<FieldDoc> found = new ArrayList<>();

  private FirstIds(int most, float score) {
    this.most = most;
    this.score = score;
  }

  /**
   * The first hits, ties broken by id.
   *
   * @param hits all of them; each has an id
   * @param score the score of each
   * @return empty where another way is quicker
   */
  static Optional<FieldDoc[]> of(HitSet hits, int most, float score) throws IOException {
    FirstIds first = new FirstIds(most, score);
    for (SegmentHits segment : hits.segments()) {
      if (segment.size() > 0 && !first.add(segment)) {
        return Optional.empty();
      }
    }
    first.found.sort(Comparator.comparing(hit -> (BytesRef) hit.fields[1]));
    return Optional.of(first.found.stream().limit(most).toArray(FieldDoc[]::new));
  }

  /** Adds the first of a segment; false where its hits are too few to be met soon. */
  private boolean add(SegmentHits segment) throws IOException {
    Optional<FixedBitSet> hits = segment.bits();
    Terms ids = segment.leaf().reader().terms(IndexSchema.ID);
    long documents = segment.leaf().reader().maxDoc();
    if (hits.isEmpty() || ids == null || segment.size() < documents / RARITY) {
      return false;
    }
    walk(ids, hits.get(), segment.leaf().docBase);
    return true;
  }

  private void walk(Terms ids, FixedBitSet hits, int base) throws IOException {
    TermsEnum each = ids.iterator();
    PostingsEnum documents = null;
    int end = found.size() + most;
    for (BytesRef id = each.next(); id != null && found.size() < end; id = each.next()) {
      documents = each.postings(documents, PostingsEnum.NONE);
      int document = documents.nextDoc();
      while (document != DocIdSetIterator.NO_MORE_DOCS) {
        if (hits.get(document)) {
          int number = base + document;
          Object[] place = {score, BytesRef.deepCopyOf(id)};
          found.add(new FieldDoc(number, score, place));
        }
        document = documents.nextDoc();
      }
    }
  }
}
