package broadsheet.corpus;

import broadsheet.corpus.record.CorpusException;
import broadsheet.corpus.record.FileAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A thread pool with a bounded queue that reads several files at once. With one thread, that is the
 * caller's own. An exception in any of them is rethrown by the caller's next call.
 */
final class ReadingCrew implements AutoCloseable {

  private static final int WAITING_FOR_EACH = 16;
  private static final long PATIENCE_MILLIS = 50;

  private final BlockingQueue<Runnable> queue;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile boolean isFinishing;
  private volatile boolean isStopped;

  ReadingCrew(int size) {
    queue = new ArrayBlockingQueue<>(Math.max(1, size * WAITING_FOR_EACH));
    for (int i = 0; size > 1 && i < size; i++) {
      threads.add(Thread.ofPlatform().daemon().name("read-" + i).start(this::work));
    }
  }

  /** Runs a job, now or soon; blocks while too many jobs are waiting. */
  void have(Runnable job) {
    throwFailure();
    if (threads.isEmpty()) {
      requireUninterrupted(Thread.currentThread().isInterrupted());
      attempt(job);
      throwFailure();
      return;
    }
    try {
      while (!queue.offer(job, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        throwFailure();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      requireUninterrupted(true);
    }
  }

  /** Waits until all jobs are done. */
  void finish() {
    isFinishing = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      requireUninterrupted(true);
    }
    throwFailure();
  }

  /** Drops the jobs that are waiting, and waits for those running. */
  @Override
  public void close() {
    isStopped = true;
    boolean isInterrupted = Thread.interrupted();
    for (Thread thread : threads) {
      thread.interrupt();
      isInterrupted |= !hasEnded(thread);
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean hasEnded(Thread thread) {
    try {
      thread.join();
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void work() {
    try {
      while (!isStopped && failure.get() == null) {
        Runnable job = queue.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (job != null) {
          attempt(job);
        } else if (isFinishing && queue.isEmpty()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void attempt(Runnable job) {
    try {
      job.run();
    } catch (FileAccount.SinkFailure e) {
      failure.compareAndSet(null, e.thrown());
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  private static void requireUninterrupted(boolean isInterrupted) {
    if (isInterrupted) {
      throw new CorpusException("Reading was interrupted: run the command again");
    }
  }

  private void throwFailure() {
    Throwable thrown = failure.get();
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
  }
}
