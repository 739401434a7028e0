package broadsheet.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Defends against Slowloris: closes connections that take too long to deliver a whole request. An
 * idle timeout cannot do this, because a client may trickle bytes steadily. Idle connections count
 * as well. If too many are open, the one that has owed a request for longest is closed to make
 * room. Thread-safe.
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
   * @param most the maximum number of open connections
   * @param patience the longest that a connection may owe a request
   */
  SlowConnections(int most, Duration patience, Scheduler scheduler) {
    this.most = most;
    this.patience = patience;
    this.scheduler = scheduler;
  }

  /** The number of open connections. */
  int open() {
    return open.get();
  }

  /** The number of connections closed since the start because they owed a request. */
  long closed() {
    return closed.get();
  }

  @Override
  public void onOpened(Connection connection) {
    owing.put(connection, System.nanoTime());
    if (open.incrementAndGet() > most) {
      makeRoom();
    }
  }

  /** Closes one connection. Another thread may take the same one first; then it is the next. */
  private void makeRoom() {
    Optional<Map.Entry<Connection, Long>> slowest;
    do {
      slowest = owing.entrySet().stream().min((a, b) -> Long.signum(a.getValue() - b.getValue()));
    } while (slowest.isPresent() && !close(slowest.get()));
  }

  @Override
  public void onClosed(Connection connection) {
    owing.remove(connection);
    open.decrementAndGet();
  }

  /** Records that a whole request has arrived on a connection. */
  void arrived(Connection connection) {
    owing.remove(connection);
  }

  /** Records that the request on a connection has been answered. */
  void answered(Connection connection) {
    if (connection.getEndPoint().isOpen()) {
      owing.put(connection, System.nanoTime());
      if (!connection.getEndPoint().isOpen()) {
        owing.remove(connection); // closed meanwhile: nothing else would remove it
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

  /** Gives whether it was closed here, rather than by another thread. */
  private boolean close(Map.Entry<Connection, Long> slow) {
    boolean isHere = owing.remove(slow.getKey(), slow.getValue());
    if (isHere) {
      closed.incrementAndGet();
      slow.getKey().getEndPoint().close(new TimeoutException("The request took too long"));
    }
    return isHere;
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
