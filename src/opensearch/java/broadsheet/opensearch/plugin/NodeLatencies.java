package broadsheet.opensearch.plugin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.opensearch.common.unit.TimeValue;

/**
 * Tracks the usual latency of answers, and the nodes that exceed it, for hedged requests. Another
 * node is asked beside a late one: see Dean and Barroso, "The tail at scale", CACM 2013.
 * Thread-safe.
 */
final class NodeLatencies {

  /** The number of answers that the usual time is taken from. */
  private static final int ANSWERS = 128;

  /** The fewest answers that the 95th percentile is taken from. */
  private static final int ENOUGH = 20;

  private static final double PERCENTILE = 0.95;
  private static final long SHORTEST_NANOS = 50_000_000;
  private static final long UNKNOWN_NANOS = 250_000_000;

  /** The longest patience: half of what readers may wait for a page while a node hangs. */
  private static final long LONGEST_NANOS = 1_000_000_000;

  /** A late node is asked last for so long; then one question tries it again. */
  private static final long AVOIDED_NANOS = 2_000_000_000;

  private final Map<String, Long> lateUntil = new ConcurrentHashMap<>();
  private final LongAdder besides = new LongAdder();
  private final Usual shards = new Usual();
  private final Usual pages = new Usual();

  /** The usual time of a shard's answer. */
  Usual shards() {
    return shards;
  }

  /** The usual time of a page that another node makes. */
  Usual pages() {
    return pages;
  }

  /** Whether other nodes are to be asked before this one. */
  boolean isLate(String node) {
    Long until = lateUntil.get(node);
    return until != null && System.nanoTime() - until < 0;
  }

  /** The number of questions that were put to another node beside a late one. */
  long besides() {
    return besides.sum();
  }

  /** The ids of the nodes that other nodes are asked before. */
  List<String> now() {
    return lateUntil.keySet().stream().filter(this::isLate).sorted().toList();
  }

  /** The usual time of one kind of answer. */
  final class Usual {

    private final long[] times = new long[ANSWERS];
    private long count;

    /** Notes that a node answered. */
    void answered(String node, long nanos) {
      lateUntil.remove(node);
      synchronized (times) {
        times[(int) (count++ % ANSWERS)] = nanos;
      }
    }

    /** Notes that a node did not answer within {@link #patience}, so another is asked beside it. */
    void late(String node) {
      besides.increment();
      lateUntil.put(node, System.nanoTime() + AVOIDED_NANOS);
    }

    /** The time after which another node is asked: the 95th percentile of recent answers. */
    TimeValue patience() {
      return TimeValue.timeValueNanos(Math.clamp(percentile(), SHORTEST_NANOS, LONGEST_NANOS));
    }

    private long percentile() {
      synchronized (times) {
        if (count < ENOUGH) {
          return UNKNOWN_NANOS;
        }
        long[] sorted = Arrays.copyOf(times, (int) Math.min(count, ANSWERS));
        Arrays.sort(sorted);
        return sorted[(int) (PERCENTILE * (sorted.length - 1))];
      }
    }
  }
}
