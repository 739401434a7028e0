package broadsheet.lucene.rank;

import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.hits.SegmentHits;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.FamilyNumbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** Groups the hits of a query that are reprints of each other. Only a family's best is listed. */
public final class Folding {

  /** No grouping. */
  private static final Folding NONE = new Folding(null);

  private final @Nullable FamilyNumbers families;

  /** The number of hits in each family, by the family's number. */
  private final int[] members;

  private long folded;

  private Folding(@Nullable FamilyNumbers families) {
    this.families = families;
    members = new int[families == null ? 0 : families.size()];
  }

  /** No grouping. */
  public static Folding none() {
    return NONE;
  }

  /** Groups all hits of a search that were collected. */
  public static Folding of(HitSet hits, FamilyNumbers families) {
    Folding folding = new Folding(families);
    for (SegmentHits segment : hits.segments()) {
      int[] numbers = families.ofSegment(segment.leaf());
      if (numbers.length > 0) {
        SegmentHits.Cursor cursor = segment.cursor(families.members(segment.leaf()));
        for (int hit = cursor.next(); hit != SegmentHits.NONE; hit = cursor.next()) {
          folding.add(numbers[hit]);
        }
      }
    }
    return folding;
  }

  /** Groups only these hits. */
  public static Folding among(ScoreDoc[] hits, FamilyNumbers families) {
    Folding folding = new Folding(families);
    for (ScoreDoc hit : hits) {
      folding.add(families.of(hit.doc));
    }
    return folding;
  }

  private void add(int family) {
    if (family != FamilyNumbers.NONE && members[family]++ > 0) {
      folded++;
    }
  }

  /** The number of a hit's family, or {@link FamilyNumbers#NONE}. */
  private int family(ScoreDoc hit) {
    return families == null ? FamilyNumbers.NONE : families.of(hit.doc);
  }

  /** The number of hits that are not listed. */
  public long folded() {
    return folded;
  }

  /** Whether a hit, or another that it is a reprint of, is among those grouped. */
  public boolean hasFamilyOf(ScoreDoc hit) {
    int family = family(hit);
    return family != FamilyNumbers.NONE && members[family] > 0;
  }

  /**
   * The first hits that are listed, in their order.
   *
   * @param most the most hits to return
   */
  public List<ScoreDoc> listed(ScoreDoc[] hits, int most) {
    List<ScoreDoc> listed = new ArrayList<>();
    Set<Integer> met = new HashSet<>();
    for (ScoreDoc hit : hits) {
      if (listed.size() == most) {
        break;
      }
      int family = family(hit);
      if (family == FamilyNumbers.NONE || met.add(family)) {
        listed.add(hit);
      }
    }
    return listed;
  }

  /** The number of hits grouped under a listed one. */
  public long under(ScoreDoc hit) {
    return hasFamilyOf(hit) ? members[family(hit)] - 1L : 0;
  }

  /** The number of an article's family; empty when it has no reprints. */
  public static OptionalLong family(IndexReader reader, int document) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    NumericDocValues families = leaf.reader().getNumericDocValues(IndexSchema.FAMILY);
    return families != null && families.advanceExact(document - leaf.docBase)
        ? OptionalLong.of(families.longValue())
        : OptionalLong.empty();
  }
}
