package broadsheet.lucene.index;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that make and consume things in no order, fed through a bounded queue: whoever feeds them
 * faster than they work waits. The first failure of a worker is thrown to the feeder at its next
 * call.
 */
final class Workers<T> {

  private static final int QUEUE_LENGTH = 256;

  private final BlockingQueue<Supplier<T>> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH);
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Consumer<T> consumer;
  private final Runnable atEnd;
  private volatile boolean isFinishing;
  private volatile boolean isStopped;

  /**
   * Starts the threads.
   *
   * @param atEnd what each thread does last, when all is consumed
   */
  Workers(int count, Consumer<T> consumer, Runnable atEnd) {
    this.consumer = consumer;
    this.atEnd = atEnd;
    for (int i = 0; i < count; i++) {
      threads.add(Thread.ofPlatform().daemon().name("index-" + i).start(this::work));
    }
  }

  /** Has one thing made and consumed by some thread, soon. */
  void submit(Supplier<T> maker) {
    try {
      do {
        throwFailure();
      } while (!queue.offer(maker, 100, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while indexing", e);
    }
  }

  /** Waits until everything submitted is consumed, and ends the threads. */
  void finish() {
    stopWhenEmpty();
    throwFailure();
  }

  /** Ends the threads at once; what is still queued is dropped. */
  void stop() {
    isStopped = true;
    stopWhenEmpty();
  }

  private void stopWhenEmpty() {
    isFinishing = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while indexing", e);
    }
  }

  private void work() {
    try {
      while (!isStopped) {
        Supplier<T> next = queue.poll(10, TimeUnit.MILLISECONDS);
        if (next != null) {
          consumer.accept(next.get());
        } else if (isFinishing && queue.isEmpty()) {
          atEnd.run();
          return;
        }
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
