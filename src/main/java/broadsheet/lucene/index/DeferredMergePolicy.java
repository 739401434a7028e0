package broadsheet.lucene.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.jspecify.annotations.Nullable;

/**
 * Lucene's default merge policy up to the size of {@link RebuildMergePolicy#FULL}, but holding all
 * merges back until released: an update becomes visible before time is spent on merging.
 * Thread-safe.
 */
final class DeferredMergePolicy extends FilterMergePolicy {

  private volatile boolean isHeld = true;

  DeferredMergePolicy() {
    super(new TieredMergePolicy().setMaxMergedSegmentMB(RebuildMergePolicy.FULL >> 20));
  }

  void letGo() {
    isHeld = false;
  }

  @Override
  public @Nullable MergeSpecification findMerges(
      MergeTrigger trigger, SegmentInfos infos, MergePolicy.MergeContext context)
      throws IOException {
    return isHeld ? null : super.findMerges(trigger, infos, context);
  }

  /** Rewrites each segment with deletions, so that nothing of what was deleted stays in a file. */
  @Override
  public @Nullable MergeSpecification findForcedDeletesMerges(
      SegmentInfos infos, MergePolicy.MergeContext context) throws IOException {
    MergeSpecification rewriting = new MergeSpecification();
    for (SegmentCommitInfo segment : infos) {
      if (context.numDeletedDocs(segment) > 0) {
        rewriting.add(new OneMerge(List.of(segment)));
      }
    }
    return rewriting.merges.isEmpty() ? null : rewriting;
  }

  @Override
  public @Nullable MergeSpecification findFullFlushMerges(
      MergeTrigger trigger, SegmentInfos infos, MergePolicy.MergeContext context)
      throws IOException {
    return isHeld ? null : super.findFullFlushMerges(trigger, infos, context);
  }
}
