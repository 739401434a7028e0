package broadsheet.lucene.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergePolicy.OneMerge;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.store.Directory;

/**
 * Merges small segments in the thread that asks for it, and large ones in the background, as Lucene
 * does by default. A background merge may still be running at the commit. The documents that it
 * would remove then count in term statistics, so that the scores of small archives would depend on
 * the machine's speed.
 */
final class InlineMergeScheduler extends ConcurrentMergeScheduler {

  /** The largest size of segments, in bytes, that are merged inline. */
  private static final long SMALL = 16L << 20;

  @Override
  public synchronized void merge(MergeSource source, MergeTrigger trigger) throws IOException {
    try {
      super.merge(source instanceof LargeMerges ? source : new LargeMerges(source), trigger);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * An inline merge is not slowed down. It may run in the thread of a background merge that is
   * done, and would wait for ever for that merge's limit to rise.
   */
  @Override
  public Directory wrapForMerge(OneMerge merge, Directory in) {
    return isSmall(merge) ? in : super.wrapForMerge(merge, in);
  }

  private static boolean isSmall(OneMerge merge) {
    return merge.estimatedMergeBytes <= SMALL;
  }

  /** Hands only large merges to the scheduler. */
  private record LargeMerges(MergeSource all) implements MergeSource {

    @Override
    public OneMerge getNextMerge() {
      OneMerge next = all.getNextMerge();
      while (next != null && isSmall(next)) {
        try {
          all.merge(next);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        next = all.getNextMerge();
      }
      return next;
    }

    @Override
    public void onMergeFinished(OneMerge merge) {
      all.onMergeFinished(merge);
    }

    @Override
    public boolean hasPendingMerges() {
      return all.hasPendingMerges();
    }

    @Override
    public void merge(OneMerge merge) throws IOException {
      all.merge(merge);
    }
  }
}
