package broadsheet.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;

/**
 * Keeps the heap about as small as the work needs, until closed. The serial collector would let old
 * objects fill all memory that the heap may have before it collects them, which is much on a large
 * machine. The heap still grows as far as it may where the objects are needed.
 */
final class HeapGrowth implements AutoCloseable {

  /** Old objects may take so much before they are collected, in bytes. */
  private static final long FREE = 400L << 20;

  /** Then they may take so many times what was left of them. */
  private static final double GROWTH = 1.4;

  private final List<MemoryPoolMXBean> pools;
  private final NotificationEmitter events =
      (NotificationEmitter) ManagementFactory.getMemoryMXBean();
  private final NotificationListener collecting = (_, _) -> collect();

  private HeapGrowth(List<MemoryPoolMXBean> pools) {
    this.pools = pools;
    events.addNotificationListener(collecting, null, null);
    pools.forEach(pool -> pool.setUsageThreshold(FREE));
  }

  /** Starts to keep it small; does nothing where it may not grow further anyway. */
  static HeapGrowth limited() {
    return new HeapGrowth(
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
            .filter(pool -> pool.getUsage().getMax() > FREE)
            .toList());
  }

  private void collect() {
    System.gc();
    for (MemoryPoolMXBean pool : pools) {
      long most = Math.max(FREE, (long) (pool.getUsage().getUsed() * GROWTH));
      pool.setUsageThreshold(Math.min(most, pool.getUsage().getMax()));
    }
  }

  @Override
  public void close() {
    pools.forEach(pool -> pool.setUsageThreshold(0));
    try {
      events.removeNotificationListener(collecting);
    } catch (ListenerNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
