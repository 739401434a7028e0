package broadsheet.lucene.rank;

import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.hits.SegmentHits;
import broadsheet.lucene.snapshot.FamilyNumbers;
import java.util.OptionalLong;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** Collapses the hits of one snapshot, whose families are numbered. */
public final class NumberedFolding implements Folding {

  static final Folding NONE = new NumberedFolding(null);

  private final @Nullable FamilyNumbers families;

  /** The number of hits in each family, by the family's number. */
  private final int[] members;

  private long folded;

  private NumberedFolding(@Nullable FamilyNumbers families) {
    this.families = families;
    members = new int[families == null ? 0 : families.size()];
  }

  /** Groups all hits of a search that were collected. */
  public static Folding of(HitSet hits, FamilyNumbers families) {
    NumberedFolding folding = new NumberedFolding(families);
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
    NumberedFolding folding = new NumberedFolding(families);
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

  @Override
  public long folded() {
    return folded;
  }

  @Override
  public OptionalLong family(ScoreDoc hit) {
    int family = families == null ? FamilyNumbers.NONE : families.of(hit.doc);
    return family == FamilyNumbers.NONE ? OptionalLong.empty() : OptionalLong.of(family);
  }

  @Override
  public int members(long family) {
    return members[(int) family];
  }
}
