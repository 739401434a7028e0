package broadsheet.lucene.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergePolicy.OneMerge;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.store.Directory;

/**
 * Merges small segments where a merge is asked for, and others beside, as Lucene does by default. A
 * merge beside may still run at the commit: then what it would remove counts in term statistics, so
 * that the scores of small archives would depend on the machine's speed.
 */
final class SmallMergesAtOnce extends ConcurrentMergeScheduler {

  /** Up to this size, in bytes, segments are small. */
  private static final long SMALL = 16L << 20;

  @Override
  public synchronized void merge(MergeSource source, MergeTrigger trigger) throws IOException {
    try {
      super.merge(new Others(source), trigger);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Only merges beside are slowed down while they would hold up others. */
  @Override
  public Directory wrapForMerge(OneMerge merge, Directory in) {
    return Thread.currentThread() instanceof MergeThread ? super.wrapForMerge(merge, in) : in;
  }

  /** Gives away only merges that are not small. */
  private record Others(MergeSource all) implements MergeSource {

    @Override
    public OneMerge getNextMerge() {
      OneMerge next = all.getNextMerge();
      while (next != null && next.estimatedMergeBytes <= SMALL) {
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
