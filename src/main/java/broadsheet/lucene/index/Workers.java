package broadsheet.lucene.index;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that produce and consume items in any order, fed through a queue bounded in number and
 * weight: submitting waits while the queue is full. A worker's first failure is rethrown at the
 * next call.
 */
final class Workers<T> {

  private static final int QUEUE_LENGTH = 256;

  /** The most total weight in the queue; a single heavier item waits alone. */
  private static final int MAX_WEIGHT = 32 << 20;

  private record Job<T>(Supplier<T> maker, int weight) {}

  /** The number of items that were submitted and are not consumed. */
  private final AtomicLong waiting = new AtomicLong();

  private final Semaphore room = new Semaphore(MAX_WEIGHT);
  private final BlockingQueue<Job<T>> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH);
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Consumer<T> consumer;
  private final Runnable atEnd;
  private volatile boolean isFinishing;
  private volatile boolean isStopped;

  /**
   * Starts the threads.
   *
   * @param atEnd the last action of each thread, when everything is consumed
   */
  Workers(int count, Consumer<T> consumer, Runnable atEnd) {
    this.consumer = consumer;
    this.atEnd = atEnd;
    for (int i = 0; i < count; i++) {
      threads.add(Thread.ofPlatform().daemon().name("index-" + i).start(this::work));
    }
  }

  /**
   * Queues an item to be produced and consumed by some thread.
   *
   * @param size the memory it takes while it waits, in any unit, the same for all
   */
  void submit(Supplier<T> maker, int size) {
    Job<T> job = new Job<>(maker, Math.clamp(size, 1, MAX_WEIGHT));
    waiting.incrementAndGet();
    try {
      do {
        throwFailure();
      } while (!room.tryAcquire(job.weight(), 100, TimeUnit.MILLISECONDS));
      do {
        throwFailure();
      } while (!queue.offer(job, 100, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while indexing", e);
    }
  }

  /** Waits until everything submitted is consumed, while nothing more is submitted. */
  void await() {
    try {
      while (waiting.get() > 0) {
        throwFailure();
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while indexing", e);
    }
    throwFailure();
  }

  /** Waits until everything submitted is consumed, and ends the threads. */
  void finish() {
    stopWhenEmpty();
    throwFailure();
  }

  /** Stops the threads immediately and drops the queue. */
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
        Job<T> next = queue.poll(10, TimeUnit.MILLISECONDS);
        if (next != null) {
          consumer.accept(next.maker().get());
          room.release(next.weight());
          waiting.decrementAndGet();
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
