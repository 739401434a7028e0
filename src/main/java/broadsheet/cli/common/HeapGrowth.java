package broadsheet.cli.common;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Optional;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;

/**
 * Keeps the heap of the serial collector about as small as the work needs, until closed. Left to
 * itself, that collector fills the whole permitted heap with old objects before it collects them,
 * which is a lot on a large machine. The heap still grows to its limit if live objects need it.
 * Does nothing with other collectors, or if the limit is below the first threshold.
 */
public final class HeapGrowth implements AutoCloseable {

  /** The serial collector's name for the memory of old objects. */
  private static final String OLD_OBJECTS = "Tenured Gen";

  /** Size of the old objects that triggers the first collection, in bytes. */
  private static final long FIRST_THRESHOLD = 400L << 20;

  /** Growth allowed over the surviving objects before the next collection. */
  private static final double GROWTH = 1.4;

  private final Optional<MemoryPoolMXBean> pool;
  private final NotificationEmitter events =
      (NotificationEmitter) ManagementFactory.getMemoryMXBean();
  private final NotificationListener collecting = (_, _) -> collect();
  private boolean isClosed;

  private HeapGrowth(Optional<MemoryPoolMXBean> pool) {
    this.pool = pool;
    events.addNotificationListener(collecting, null, null);
    pool.ifPresent(old -> old.setUsageThreshold(FIRST_THRESHOLD));
  }

  /** Starts to limit the growth of the heap. */
  public static HeapGrowth limited() {
    return new HeapGrowth(
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals(OLD_OBJECTS))
            .filter(pool -> pool.getUsage().getMax() > FIRST_THRESHOLD)
            .findFirst());
  }

  private synchronized void collect() {
    if (!isClosed) {
      System.gc();
      pool.ifPresent(
          old -> {
            double most = Math.max(FIRST_THRESHOLD, old.getUsage().getUsed() * GROWTH);
            old.setUsageThreshold(Math.min((long) most, old.getUsage().getMax()));
          });
    }
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    pool.ifPresent(old -> old.setUsageThreshold(0));
    try {
      events.removeNotificationListener(collecting);
    } catch (ListenerNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
