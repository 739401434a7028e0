package broadsheet.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections that take too long to send a whole request, however steadily their bytes
 * trickle in, which an idle timeout cannot do. Idle connections count as well. Where too many are
 * open, the one that has owed a request for longest makes room for the newest. Thread-safe.
 */
final class SlowConnections extends AbstractLifeCycle implements Connection.Listener {

  private static final Duration ROUND = Duration.ofSeconds(1);

  private final int most;
  private final Duration patience;
  private final Scheduler scheduler;
  private final Map<Connection, Long> owing = new ConcurrentHashMap<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicLong closed = new AtomicLong();
  private volatile Scheduler.Task next = () -> false;

  /**
   * @param most connections open at once
   * @param patience how long a connection may owe a request
   */
  SlowConnections(int most, Duration patience, Scheduler scheduler) {
    this.most = most;
    this.patience = patience;
    this.scheduler = scheduler;
  }

  /** How many connections are open. */
  int open() {
    return open.get();
  }

  /** How many were closed since the start because they owed a request. */
  long closed() {
    return closed.get();
  }

  @Override
  public void onOpened(Connection connection) {
    owing.put(connection, System.nanoTime());
    if (open.incrementAndGet() > most) {
      owing.entrySet().stream()
          .min((a, b) -> Long.signum(a.getValue() - b.getValue()))
          .ifPresent(this::close);
    }
  }

  @Override
  public void onClosed(Connection connection) {
    owing.remove(connection);
    open.decrementAndGet();
  }

  /** A whole request has arrived on it. */
  void arrived(Connection connection) {
    owing.remove(connection);
  }

  /** The request that arrived on it was answered. */
  void answered(Connection connection) {
    if (connection.getEndPoint().isOpen()) {
      owing.put(connection, System.nanoTime());
      if (!connection.getEndPoint().isOpen()) {
        owing.remove(connection); // closed in between, so that nobody else will
      }
    }
  }

  private void sweep() {
    long now = System.nanoTime();
    owing.entrySet().stream()
        .filter(entry -> now - entry.getValue() > patience.toNanos())
        .forEach(this::close);
    schedule();
  }

  private void close(Map.Entry<Connection, Long> slow) {
    if (owing.remove(slow.getKey(), slow.getValue())) {
      closed.incrementAndGet();
      slow.getKey().getEndPoint().close(new TimeoutException("The request took too long"));
    }
  }

  private void schedule() {
    if (isRunning()) {
      next = scheduler.schedule(this::sweep, ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  protected void doStart() {
    next = scheduler.schedule(this::sweep, ROUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  protected void doStop() {
    next.cancel();
  }
}
