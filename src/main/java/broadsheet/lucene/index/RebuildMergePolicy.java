package broadsheet.lucene.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.jspecify.annotations.Nullable;

/**
 * The merge policy of a rebuild, which merges each article once. As soon as the segments that are
 * not yet merged make up a full one, they become it, while others are written; those left at the
 * end become the last. So the index has few segments, and its articles are not merged again and
 * again on their way there. Thread-safe.
 */
final class RebuildMergePolicy extends MergePolicy {

  /** Segments are merged as soon as they have this size together, in bytes. */
  static final long FULL = 2L << 30;

  /** More segments than this are merged although they are small: each holds files open. */
  private static final int MOST = 100;

  /** The files of a segment become one file below this part of the index, as Lucene does it. */
  private static final double COMPOUND = 0.1;

  private final long full;

  /**
   * @param full the size of segments that are merged, together, in bytes
   */
  RebuildMergePolicy(long full) {
    super(COMPOUND, DEFAULT_MAX_CFS_SEGMENT_SIZE);
    this.full = full;
  }

  @Override
  public @Nullable MergeSpecification findMerges(
      MergeTrigger trigger, SegmentInfos infos, MergeContext context) throws IOException {
    List<SegmentCommitInfo> open = open(infos, context);
    long size = 0;
    for (SegmentCommitInfo segment : open) {
      size += size(segment, context);
    }
    return size >= full || open.size() > MOST ? into(open) : null;
  }

  /**
   * The segments that are not full. A full one is smaller than its parts were together, so half of
   * that size is full; a segment as it is first written is smaller still.
   */
  private List<SegmentCommitInfo> open(SegmentInfos infos, MergeContext context)
      throws IOException {
    List<SegmentCommitInfo> open = new ArrayList<>();
    for (SegmentCommitInfo segment : infos) {
      if (!context.getMergingSegments().contains(segment) && size(segment, context) < full / 2) {
        open.add(segment);
      }
    }
    return open;
  }

  private static MergeSpecification into(List<SegmentCommitInfo> segments) {
    MergeSpecification merges = new MergeSpecification();
    merges.add(new OneMerge(segments));
    return merges;
  }

  /** Merges the segments that are not full, at the end. */
  @Override
  public @Nullable MergeSpecification findForcedMerges(
      SegmentInfos infos, int most, Map<SegmentCommitInfo, Boolean> wanted, MergeContext context)
      throws IOException {
    List<SegmentCommitInfo> open = open(infos, context);
    open.retainAll(wanted.keySet());
    return open.size() > 1 ? into(open) : null;
  }

  @Override
  public @Nullable MergeSpecification findForcedDeletesMerges(
      SegmentInfos infos, MergeContext context) {
    return null;
  }

  @Override
  public @Nullable MergeSpecification findFullFlushMerges(
      MergeTrigger trigger, SegmentInfos infos, MergeContext context) {
    return null;
  }
}
