package broadsheet.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Optional;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;

/**
 * Keeps the heap of the serial collector about as small as the work needs, until closed. By itself
 * that collector lets old objects fill all memory that the heap may have before it collects them,
 * which is much on a large machine. The heap still grows as far as it may where the objects are
 * needed. Does nothing with other collectors, and where the heap may not grow so far.
 */
final class HeapGrowth implements AutoCloseable {

  /** The serial collector's name for the memory of old objects. */
  private static final String OLD_OBJECTS = "Tenured Gen";

  /** How much old objects may take before they are collected first, in bytes. */
  private static final long FIRST_THRESHOLD = 400L << 20;

  /** How many times the size of those that are left they may take then. */
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

  /** Starts to keep it small. */
  static HeapGrowth limited() {
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
