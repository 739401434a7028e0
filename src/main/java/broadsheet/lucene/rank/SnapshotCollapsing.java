package broadsheet.lucene.rank;

import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.hits.SegmentHits;
import broadsheet.lucene.snapshot.GroupNumbers;
import java.util.OptionalLong;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** Collapses the hits of one snapshot, whose families are numbered. */
public final class SnapshotCollapsing implements Collapsing {

  static final Collapsing NONE = new SnapshotCollapsing(null);

  private final @Nullable GroupNumbers families;

  /** The number of hits in each family, by the family's number. */
  private final int[] members;

  private long folded;

  private SnapshotCollapsing(@Nullable GroupNumbers families) {
    this.families = families;
    members = new int[families == null ? 0 : families.size()];
  }

  /** Groups all hits of a search that were collected. */
  public static Collapsing of(HitSet hits, GroupNumbers families) {
    SnapshotCollapsing folding = new SnapshotCollapsing(families);
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
  public static Collapsing among(ScoreDoc[] hits, GroupNumbers families) {
    SnapshotCollapsing folding = new SnapshotCollapsing(families);
    for (ScoreDoc hit : hits) {
      folding.add(families.of(hit.doc));
    }
    return folding;
  }

  private void add(int family) {
    if (family != GroupNumbers.NONE && members[family]++ > 0) {
      folded++;
    }
  }

  @Override
  public long folded() {
    return folded;
  }

  @Override
  public OptionalLong family(ScoreDoc hit) {
    int family = families == null ? GroupNumbers.NONE : families.of(hit.doc);
    return family == GroupNumbers.NONE ? OptionalLong.empty() : OptionalLong.of(family);
  }

  @Override
  public int members(long family) {
    return members[(int) family];
  }
}
